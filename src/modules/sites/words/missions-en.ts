/* Refusals of missions, forms and corrective actions, with what to do. */
import type { missionsFr } from './missions-fr.ts'

export const missionsEn: { readonly [Key in keyof typeof missionsFr]: string } = {
  'refusal.mission-in-the-past': 'The departure on {day} has already passed. Choose today or a day to come.',
  'refusal.itinerary-outside-dates': 'The stage of {day} is not within the dates of the mission. Correct the stage or the dates.',
  'refusal.required-bodies-missing': 'The rule requires bodies that are not in the team ({bodies}). Add them, then plan again.',
  'refusal.form-not-published-here':
    'Version {version} of the form {form} is not published here. Keep your answers on the device, have this version published, then send again.',
  'refusal.no-such-paper': 'This document is not attached here, or it is not for you. Ask the head of mission or the ministry.',
  'refusal.not-of-the-team': 'You are neither of this team nor of the ministry. Ask a member of the team to do it.',
  'refusal.no-such-action': 'This corrective action does not exist on this form. Choose it in the list.',
  'refusal.action-already-closed': 'This action is closed already. If the breach comes back, the next inspection will ask for another one.',
  'refusal.action-of-the-reviewer':
    'After the submission only the reviewer asks for, changes or withdraws an action. Write to them, or wait until the form is returned.',
  'refusal.action-done-before-the-visit': 'The action cannot be done before the visit of {day}. Correct the day.',
  'refusal.action-due-before-the-visit': 'The due day cannot fall before the visit of {day}. Choose a later day.',
}
