/**
 * Rules about Chinese, Japanese and Korean text, full-width forms, and characters that are not what
 * they look like. {@code FormulaParts} cuts a formula into what concerns them; each part belongs to
 * one rule, so that one fault is one finding.
 */
package io.github.formulint.rules.cjk;
