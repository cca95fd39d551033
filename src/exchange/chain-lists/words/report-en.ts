/* The words of rows of an import: verdict, reason, what became of it. */
import type { problemsFr, wordsFr } from './report-fr.ts'

export const problemsEn: { readonly [Key in keyof typeof problemsFr]: string } = {
  'chain-row-weight': 'The weight cannot be read. Write a number, such as 28.5.',
  'chain-row-day': 'The date cannot be read. Write for example 21/11/2019.',
  'chain-row-future': 'The date lies in the future. Check the day and the order of day and month.',
  'chain-row-tag-long': 'The tag number is too long (40 characters at most).',
  'chain-row-no-tag': 'The row has no tag. Taken all the same, it becomes a bag without tag, in quarantine.',
  'chain-row-mineral': 'The mineral is not known. Write cassiterite, coltan, wolframite or gold, or choose it for the whole list.',
  'chain-row-holder': 'The holder is not in the register, or several have this name. Mend the name or choose it for the whole list.',
  'chain-row-site': 'No site in the register has this code or name. Taken all the same, the bag has no known site and is in quarantine.',
  'chain-row-site-several': 'Several sites have this name. Add the code or the territoire.',
  'chain-row-no-site': 'The row does not say the site.',
  'chain-row-tag-twice': 'The same tag stands further up in this file.',
  'chain-row-tag-in-register': 'This tag is in the register with another weight, day or site. Taken all the same, both bags are held.',
  'chain-row-needed': 'This cell is empty, and the row means nothing without it.',
  'chain-row-no-such-bag': 'No bag in the register has this tag. Import the sheet of the mine first.',
  'chain-row-range': 'The first or the last number cannot be read, or the two do not belong together.',
  'chain-row-tag-type': 'The type of tag is not known: mine, trader or export.',
}
export const wordsEn: typeof wordsFr = {
  headings: ['Row', 'Tag', 'Verdict', 'Reason', 'Found', 'Became', 'Refusal', 'Record'],
  verdicts: { ok: 'good', doubtful: 'doubtful', unreadable: 'not readable', known: 'in the register already' },
  outcomes: {
    made: 'recorded',
    held: 'recorded, in quarantine',
    known: 'there already',
    refused: 'refused',
    left: 'left out',
    undone: 'undone',
    kept: 'not undone',
  },
  problems: problemsEn,
}
