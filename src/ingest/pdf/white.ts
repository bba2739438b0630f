/** A colour nobody tells from the paper's, as pdf.js writes colours. */
export const WHITE = /^#f[c-f]f[c-f]f[c-f]$/u;
