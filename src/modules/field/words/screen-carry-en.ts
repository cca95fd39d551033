/* Words of the screen on which one chooses what the telephone carries. */
import type { screenCarryFr } from './screen-carry-fr.ts'

export const screenCarryEn: { readonly [Key in keyof typeof screenCarryFr]: string } = {
  'carry.title': 'What this telephone carries',
  'carry.under': 'Missions and territoires to have at hand, also without network.',
  'carry.here': 'On this telephone',
  'carry.chosen': '{missions} {missions|mission|missions} and {areas} {areas|territoire or province|territoires or provinces}.',
  'carry.never': 'Nothing was brought yet.',
  'carry.as-of': 'As of {when}.',
  'carry.unfinished': 'Bringing is under way: {done} of {of}. It goes on where it stopped.',
  'carry.store': 'Chanzo takes {megabytes} MB on this telephone, all of it encrypted.',
  'carry.missions': 'Missions',
  'carry.missions.none': 'No mission planned or under way',
  'carry.missions.none.do': 'A mission appears here as soon as it is planned at the office.',
  'carry.mission.gone': 'A mission that is no longer for you to see: take it out',
  'carry.sites': '{n} {n|site|sites}',
  'carry.areas': 'Provinces and territoires',
  'carry.areas.explain': 'You see only where you may act. A territoire weighs less than a province.',
  'carry.area.whole': 'whole',
  'carry.area.some': '{n} {n|territoire|territoires}',
  'carry.area.all': 'The whole province {province}',
  'carry.size': 'How much that is',
  'carry.size.counts': '{sites} {sites|site|sites} and {visits} {visits|visit|visits}.',
  'carry.size.bytes':
    'About {megabytes} MB on the telephone, {sent} MB to receive: about {minutes} {minutes|minute|minutes} on a weak network (an estimate).',
  'carry.size.newest': 'The newest fact that the server knows: {when}.',
  'carry.nothing': 'Nothing is chosen: only lists, rules and forms will be carried.',
  'carry.bring': 'Carry this choice',
  'carry.refresh': 'Bring up to date',
  'carry.undo': 'Back to the choice before',
  'carry.leaves': 'What is no longer chosen leaves this telephone at the end of the exchange. Your drafts and what waits to be sent stay.',
  'carry.too-much':
    'Too much for this telephone: choose a territoire rather than a province, or fewer missions. What was here before stays.',
}
