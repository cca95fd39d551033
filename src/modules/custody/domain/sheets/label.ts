/** As printed on the sheet: `MW-00012`. */
export const sheetLabel = (prefix: string, number: number): string => `${prefix}${String(number).padStart(5, '0')}`
