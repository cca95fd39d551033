/* What incidents lay on the home page. */
import type { incidentsHomeFr } from './screen-home-fr.ts'

export const incidentsHomeEn: { readonly [Key in keyof typeof incidentsHomeFr]: string } = {
  'incidents.home': '{n|incident waits for you|incidents wait for you}',
  'incidents.home.rule': '{fresh} to take up, {late} late, {actions} {actions|action|actions} of your body',
  'responses.title': 'Incidents: time to verification',
  'responses.step': 'Quarter of opening',
  'responses.in-time': 'Verified in time',
  'responses.late': 'Verified late',
  'responses.waiting-late': 'Not verified, time is over',
  'responses.waiting': 'Time is running',
  'responses.source': 'Register of the incidents that you see; proposed times (D): {one}, {two}, {three} days by severity; as of {day}',
}
