/** From where on a value is taken over without a person; in a file of its own for whoever reads pages, and needs nothing else of the contract. */

/** From here on a value is filled into an empty field; below it is only shown. */
export const FILL_CONFIDENCE = 0.85;
