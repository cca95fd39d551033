/* The advice sheet in English; the type makes a missing line an error. */
import type { AdviceWords } from './advice-fr.ts'

export const adviceEn: AdviceWords = {
  language: 'English',
  title: 'Before you leave for work',
  'verdict.do-not-leave': 'Do not leave with this offer. Talk to the centre first.',
  'verdict.ask-first': 'Ask first. Do not leave before you have the answers.',
  'verdict.none-found': 'We found no sign of danger. That is no guarantee.',
  found: 'What we noticed, and what to do',
  open: 'Still to be asked of who recruits',
  'flag.passport-kept': 'They want to keep your passport or papers. → Give them to nobody. Keep a copy and leave one with your family.',
  'flag.debt': 'You would owe money before you begin. → A debt can be used to hold you. Sign nothing; ask the centre.',
  'flag.secret': 'They ask you to tell nobody. → Tell your family and the centre, with the address and number of who recruits.',
  'flag.mine-camp':
    'The work is in a mine camp, far from everything. → Ask the name of the site, who runs it and how one gets away from it. Do not go alone.',
  'flag.tourist-visa':
    'They send you with a tourist visa, or without papers for work. → Without a work permit nothing protects you. Refuse.',
  'flag.fee': 'They ask you to pay for the job. → Do not pay; ask for a receipt for what is paid already.',
  'flag.no-contract': 'There is no written contract. → Ask for it before you leave: work, pay, hours, lodging, who pays the way back.',
  'flag.other-language': 'The contract is in a language that you cannot read. → Have the centre read it before you sign.',
  'flag.no-address': 'They give you no address and no name of a company. → Ask for both and have them checked.',
  'flag.too-good': 'The pay is far higher than anywhere else. → Ask why, and ask somebody who works there.',
  'flag.leave-at-once': 'You are to leave at once. → A real job waits a few days. Take the time to check.',
  'flag.paid-later': 'The pay would come only at the end. → Ask for pay every month, in writing.',
  'flag.recruiter-warned': 'There is a warning of this recruiter. → Do not leave with them. The centre tells you why.',
  'flag.no-licence': 'This recruiter has no valid licence. → Go to an agency that has one.',
  'flag.complaints': 'Others complained of this recruiter. → Ask the centre before you sign.',
  'flag.not-in-register': 'This recruiter is not in our register. → Ask for the number of the licence and bring it to the centre.',
  keep: 'Always keep: your papers, a copy of the contract, the address of the work, some money for the way back, and a number that you know by heart.',
  help: 'If somebody holds you, threatens you or does not pay you: it is not your fault. Call the centre or the number for help.',
  number: 'Number of the centre: ____________________',
  proposal: 'Proposed text, to be read by the protection team.',
}
