/* What the server says of incidents: refusals, and the sentences that everybody may read. */
import { kindsEn } from './kinds-en.ts'
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  ...kindsEn,
  'refusal.unknown-incident': 'No incident of this number is open to you. Go back to the list of incidents.',
  'refusal.party-to-incident':
    'Your body is named in incident {number}: it can neither handle it, nor close it, nor publish what came of it. Others see to it.',
  'refusal.incident-already-reported': 'This report is already kept as number {number}. Open it from the list.',
  'refusal.incident-not-so-far':
    'Incident {number} has not come to that (state: {state}). Load the page again: it offers only what can be done.',
  'refusal.incident-day-in-the-future': '{day} has not come yet. Correct the date.',
  'refusal.no-such-open-action': 'This action is no longer open. Load the page again.',
  'refusal.second-body-for-action': 'Your body said that this action is done. Another body, not named in incident {number}, must see it.',
  'refusal.action-evidence-missing':
    'This file is grave: add a photograph, or write in {least} characters at least what was seen, where and on which day.',
  'refusal.action-day-is-over': 'The due day {due} is already past. Choose a day to come.',
  'refusal.actions-still-open':
    '{count} {count|action of incident {number} is still open|actions of incident {number} are still open}. Have it seen that they were done, or take them back with a reason.',
  'refusal.second-person-for-incident':
    'For incident {number} this needs a second person: neither the one who stopped the lots nor the one who concluded. Ask a colleague who has no part in it.',
  'refusal.lots-still-held':
    '{count} {count|lot is still held|lots are still held} by incident {number}. A second person frees them first.',
  'refusal.not-to-that-level': 'The incident is already at the level {level} or above. Choose a higher one.',
  'refusal.no-new-lots': 'These lots are already in incident {number}, or are not known. Choose others.',
  'refusal.too-many-lots-of-incident': 'One incident speaks of {most} lots at most. Open a second incident for the others.',
  'refusal.suspicion-needs-severity-one':
    'Before it is confirmed, only an incident of severity 1 holds lots. Verify incident {number} first, or put its severity right with a reason.',
  'refusal.no-lots-to-hold': 'Incident {number} has no lot to hold. Add the lots concerned first.',
  'refusal.no-lots-to-free': 'Incident {number} holds no lot. There is nothing to free.',
  'refusal.incident-still-open': 'Incident {number} is not over: its lots stay held until it is concluded.',
  'refusal.protection-not-yours':
    'Only a body of protection puts incident {number} under protection. Choose “restricted”, or hand it to civil society.',
  'refusal.not-yours-to-publish': 'Your function does not publish what came of incident {number}. Ask the ministry.',
  'refusal.outcome-not-published': 'Nothing is published of incident {number}.',
  'refusal.outcome-already-published': 'What came of incident {number} is already published. Take it back first.',
  'refusal.outcome-under-protection': 'An incident under protection is never published.',
  'refusal.outcome-too-early':
    'What came of it may be published from {from}: {days} days after the end, so that nobody can guess who spoke.',
  'refusal.no-such-incident-rule': 'There is no rule “{rule}”. Choose one of the list.',
  'refusal.incident-rule-out-of-bounds': 'The value must lie between {least} and {most}.',

  'outcome.title': 'What became of reports',
  'outcome.lead': 'Each sentence says what was decided after a report that was verified. Exact places, persons and bodies are never in it.',
  'outcome.none': 'Nothing is published for now.',
  'outcome.none.do': 'An outcome is published {days} days after the end of a case at the earliest.',
  'outcome.rule':
    'Safe delay: {days} days. A territoire with fewer than {sites} sites is told as its province. Defaults of the programme (D).',
  'outcome.ask': 'Do you have a receipt code? Ask what became of your report on the page of reports.',
  'outcome.report': 'Report something, without account or name',
  'outcome.published': 'Published on {day}',
  'outcome.sentence': 'In {month}, {where}: {category}. {decided}',
  'outcome.where.territoire': 'in the territoire of {name}',
  'outcome.where.province': 'in the province of {name}',
  'outcome.where.country': 'in the country',
}
