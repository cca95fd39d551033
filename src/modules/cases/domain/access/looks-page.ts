/** Looks that one answer holds; the next page asks for those before. */
export const LOOKS_ON_A_PAGE = 200
