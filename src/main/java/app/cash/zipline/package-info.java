/**
 * A class of our own in the place of one of Zipline's, for the sake of a short start. The jar of
 * the command line leaves that of Zipline out; on a class path ours comes first.
 */
package app.cash.zipline;
