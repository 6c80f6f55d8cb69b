/* Where MathJax looks for what a page has set; then it puts its classes there. */
globalThis.MathJax = {};
