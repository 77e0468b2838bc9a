/** How large the picture of a logo may be; in a file of its own for whoever draws them, and needs nothing else of the contract. */

/** Of a customer's logo as PNG. */
export const MAX_LOGO_BYTES = 100_000;
