/* The same in English. */
import type { sheetsFr } from './sheets-fr.ts'

export const sheetsEn: { readonly [Key in keyof typeof sheetsFr]: string } = {
  'refusal.unknown-sheet': 'This sheet is not open, or it is not yours. Open it by its book and its number.',
  'refusal.unknown-sheet-book': 'This book is not registered, or it is not yours. Choose it in the list of books.',
  'refusal.sheet-book-already-printed': 'This book is printed already. Nothing to do again.',
  'refusal.sheet-range-not-valid': 'The numbers from {from} to {to} do not fit: from low to high, at most {most} sheets a book.',
  'refusal.sheet-book-whose': 'A mine book belongs to a site; a trader’s or processor’s book to an organisation. Choose it.',
  'refusal.sheet-numbers-taken': 'Another book already holds the sheet {label}. Take other numbers or another prefix.',
  'refusal.sheet-not-in-book': 'This number is not in the book (from {from} to {to}). Read the sheet again.',
  'refusal.sheet-first-entry-missing': 'The first entry is missing. Make it first, then ask another person for the second.',
  'refusal.sheet-not-agreed': 'The two entries do not say the same ({cells} cells). Read the paper again and correct the wrong entry.',
  'refusal.sheet-already-posted': 'Sheet {number} is in the register already. For a bag, correct the bag with a reason.',
  'refusal.sheet-holder-missing': 'The sheet does not say whose bags they are. Add the holder in both entries.',
  'refusal.sheet-photo-missing': 'The photograph did not arrive. Choose it again.',
  'refusal.not-your-bag': 'Bag {number} was weighed by another account. Ask the office to void it, or set it apart.',
  'refusal.bag-changed-hands': 'Bag {number} was received by another organisation. Ask the office to void it, or set it apart.',
  'refusal.not-for-this-book': 'Your role weighs no bags at the site. Ask the State’s agent to post this sheet.',

  'finding.S01': 'Line {line}, {tag}: the sheet says {sheetGrams} g, the register {bagGrams} g (difference {differenceGrams} g).',
  'finding.S02':
    'The written total ({totalGrams} g) is not the carried total ({carriedGrams} g) plus the lines ({linesGrams} g): difference {differenceGrams} g.',
  'finding.S03':
    'The written carried total ({carriedGrams} g) is not the total of the sheet before ({beforeGrams} g): difference {differenceGrams} g.',
  'finding.S04': 'Line {line}: no bag or lot has the number {tag}.',
  'finding.S08': 'Tag {tag} (line {line}) is already on sheet {sheet}. In the register this line becomes another bag, and both are held.',
  'finding.S05': 'The tag {tag} is written twice, lines {otherLine} and {line}.',
  'finding.S06': 'Both entries are of one account: a second person would have read with other eyes.',
  'finding.S07': 'The lot {number} could not be formed of these bags (reason: {because}). The sheet is kept; form the lot by hand.',
}
