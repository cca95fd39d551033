/* Countries by their three letters. "Another one" is an answer too, and no other program may read it as a country. */

/** Of the letters that ISO 3166-1 leaves to its users. */
export const OTHER_COUNTRY = 'QZZ'
/** What a file of a standard may carry: a country that others know. */
export const isNamedCountry = (code: string): boolean => code !== OTHER_COUNTRY
