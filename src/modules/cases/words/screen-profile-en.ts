/* What is known of the person, in codes. */
import type { screenProfileFr } from './screen-profile-fr.ts'

export const screenProfileEn: { readonly [Key in keyof typeof screenProfileFr]: string } = {
  'profile.title': 'Age, gender, languages, place',
  'profile.none': 'Nothing is noted yet: without an age the person is treated as a young child.',
  'profile.correct': 'Correct or complete',
  'profile.explain':
    'All of it is sent anew; what was said before stays in the history of the file. The age decides who consents and how long the file is kept.',
  'profile.age.years': '{n} years',
  'profile.age.between': 'between {from} and {to} years',
  'profile.not-said': 'Not noted',
  'profile.roles': 'Their place in the file',
  'profile.mature': 'Understands what consenting means',
  'profile.mature.yes': 'Yes',
  'profile.mature.no': 'Not said',
  'profile.mature.why': 'Why it is said',
  'profile.mature.say': 'The person understands what consenting means, and what may follow from it',
  'profile.mature.hint': 'They may then consent themselves, also without a guardian where asking one is not safe.',
  'profile.mature.reason': 'What you asked, and what they understood',
  'profile.mature.reason.hint': 'Sealed on this device before it leaves; our proposal (D).',
  'profile.missing': 'The age is missing, or the place of the person in the file.',
  'profile.save': 'Save',
  'profile.cancel': 'Change nothing',
}
