/* Refusals of conflict sheets, and the public page. */
import type { sheetsFr } from './sheets-fr.ts'

export const sheetsEn: Record<keyof typeof sheetsFr, string> = {
  'refusal.sheet-proposed-already': 'This sheet is proposed already. Open it and update it.',
  'refusal.unknown-conflict-sheet': 'No sheet of this number is open to you. Go back to the list.',
  'refusal.unknown-sheet-version': 'This sheet has no version {version}. Load the page again and choose a version of the list.',
  'refusal.unknown-conflict-actor': 'An actor of the sheet is not in the register of actors. Choose it in the list, or write its name.',
  'refusal.too-many-beneficiaries':
    'A sheet bears at most {most} beneficiaries, with those of the version before that stay. Take some out.',
  'refusal.name-of-another-sheet': 'One of the sealed names was not sealed for this sheet. Seal it again here.',
  'refusal.sheet-day-in-the-future': '{on} has not come yet. Give the last day of the workshop or the visit.',
  'refusal.sheet-without-place':
    'The sheet does not say which place it is about. Choose a site of the register, or write what the place is called.',
  'refusal.round-names-a-place':
    'The name of the round holds that of the site, a territoire or an actor, and committees read it. Name it by its month.',
  'refusal.sheet-changed-meanwhile': 'Version {version} came in the meantime. Load the sheet again and update from it.',
  'refusal.sheet-with-the-analysts':
    'This sheet is in other hands and is not updated with this account. What you have newly seen, propose as a new sheet of the same place.',
  'refusal.sheet-older-than-what-stands': 'What stands tells of {on} already. An update tells of a later day.',
  'refusal.sheet-of-another-place': 'A sheet stays with its site. For another site propose a new sheet.',
  'refusal.sheet-version-waits': 'Version {version} waits for a decision. Have it validated or set aside first.',
  'refusal.sheet-not-proposed': 'Version {version} is not to be cross-checked: a proposed version is, once.',
  'refusal.second-person-for-cross-check': 'You proposed this version. Another person cross-checks it.',
  'refusal.sheet-not-cross-checked': 'Version {version} is not cross-checked. That comes first, by another person; then it is validated.',
  'refusal.third-person-for-validation': 'You proposed or cross-checked this version. A third person validates it.',
  'refusal.sheet-not-validated':
    'Version {version} is not validated, or its summary is published already. Only a validated version is published.',
  'refusal.needs-two-corroborations':
    'There {n|is|are} {n} independent {n|source|sources} of different kinds; two are needed to publish. Update the sheet with another source.',
  'refusal.summary-names-a-place-or-actor': 'The summary names {names}. It stays at the level of the province: take these names out.',
  'refusal.sheet-superseded-already': 'Version {version} does not stand any more already.',
  'refusal.sheet-stands-validator-needed': 'This version stands. Only the secretariat, which validates, can set it aside.',
  'conflict-page.title': 'Conflicts around mines: what is published',
  'conflict-page.lead':
    'By province, summaries of what workshops and analysts found and the secretariat validated. They name no site, no territoire and no actor.',
  'conflict-page.as-of': 'As of {day}, published on {published}.',
  'conflict-page.old': 'This is more than a year old: things may have changed.',
  'conflict-page.modes': 'Practices reported',
  'conflict-page.beneficiaries': 'Who benefits',
  'conflict-page.minerals': 'Minerals',
  'conflict-page.responses': 'Responses recommended',
  'conflict-page.nothing-published': 'Somebody looked; nothing is published for now.',
  'conflict-page.nobody-looked': 'Nobody has looked here. That does not mean that all is quiet.',
  'conflict-page.unlooked': 'Where nobody has looked',
  'conflict-page.footer':
    'Page of {day}. Rule proposed by this project (D): two independent sources, three persons, and nothing below the province. The rest of the map is restricted information.',
}
