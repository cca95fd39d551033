/*
What an office types by hand beside what the register has: the same lot number, the same name, the same grade, however it was written. It refuses to guess:
only case, blanks, dashes, accents and punctuation are looked past, never a letter or a digit.
*/

/** `EX-1`, `ex 1` and `EX–1` are one number. */
export const foldLotNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}−]/gu, '')

/** `Comptoir Kivu S.A.R.L.` and `COMPTOIR KIVU SARL` are one name. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** `65,2 % Sn` and `65.2% sn` are one grade. */
export const foldGrade = (grade: string): string => grade.normalize('NFKC').toLowerCase().replaceAll(',', '.').replace(/\s/g, '')
