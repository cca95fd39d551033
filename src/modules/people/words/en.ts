import type { fr } from './fr.ts'

/* The sentences of refusals: what stands in the way, and what to do. In braces: the facts of the refusal, never a person's name. */
export const en: Record<keyof typeof fr, string> = {
  'refusal.wrong-email-or-password': 'The address or the password is not right. Check both, then try again.',
  'refusal.wrong-password': 'That is not the password. Check it, then try again.',
  'refusal.wrong-code': 'That is not the code, or it is too old. Read the one that the app shows now.',
  'refusal.second-step-expired': 'The second step waited too long. Start again with the address and the password.',
  'refusal.second-factor-already-on': 'Confirmation in two steps is already on. Turn it off first to change phones.',
  'refusal.second-factor-not-on': 'Confirmation in two steps is not on. Turn it on first.',
  'refusal.too-many-tries': 'Too many tries. Wait {minutes} min, then try again.',
  'refusal.password-too-short': 'This password is too short. Take at least {least} characters; a sentence does well.',
  'refusal.password-too-long': 'This password is too long. Take at most {most} characters.',
  'refusal.email-not-valid': 'That is not an e-mail address. Write it like name@domain.cd.',
  'refusal.email-unknown': 'No account uses this address. Check it; for a new person, add an account.',
  'refusal.email-taken': 'Another account already uses this address. Take another address, or change the account that has it.',

  'refusal.organisation-exists': 'This organisation is already registered. Nothing to do; to correct it, make an amendment.',
  'refusal.organisation-unknown': 'The organisation named is not registered. Choose one from the list, or register it first.',
  'refusal.area-unknown': 'The code {area} names no known province or territoire. Choose from the list, or import the boundaries first.',
  'refusal.nothing-to-change': 'Nothing changes. Give a new name, a new area or new numbers.',

  'refusal.account-exists': 'This account exists already. Nothing to do; to change it, open its page.',
  'refusal.unknown-account': 'No account has this identifier. Choose it from the list.',
  'refusal.account-closed': 'This account is closed. Open a new one if the person comes back.',
  'refusal.role-unknown':
    'There is no role {role}. The roles stand in docs/guide/operator.md; the ministry, which registers sites, is MINES_NAT.',
  'refusal.role-already-held': 'This account already has the role {role}. Nothing to do.',
  'refusal.enrol-own-telephone':
    'The role {role} opens files of persons: only the person enrols their own telephone, from their own account. Ask them to.',
  'refusal.role-not-for-field': 'The role {role} has no work at the pit. Choose another role, or ask an administrator to enrol this phone.',
  'refusal.role-not-held': 'This account does not have the role {role}. Give it first, or choose a role that it has.',
  'refusal.algorithm-not-taken': 'Tokens signed with {given} are not taken, only those with a public key. Choose one of {taken}.',
  'refusal.key-not-public':
    'This is not a public key in PEM or JWK. Ask the other authority for its public key, never for its private one.',
  'refusal.role-for-other-kind':
    'The role {role} does not suit this kind of account: “integrator”, “epcis-client” and “map-reader” are for machines, all others are for persons.',
  'refusal.two-persons-needed':
    'One account cannot have both {role} and {held}: one checks the other, so two persons are needed. Choose another account.',
  'refusal.not-to-yourself': 'Nobody changes their own rights. Ask another administrator.',
  'refusal.last-administrator': 'This is the last administrator of the country. Give the role to another account first.',
  'refusal.territory-empty': 'The territory is empty: this account could act nowhere. Choose at least one area.',
  'refusal.beyond-your-territory': 'That lies beyond your territory. Stay within your areas, or ask a national administrator.',
  'refusal.beyond-their-territory': 'That lies beyond the territory of this account. Choose areas that are its own.',
  'refusal.not-your-organisation': 'This is the affair of another organisation than yours. Ask its officer, or an administrator.',

  'refusal.enrolment-not-found': 'This enrolment code does not fit. Read it again from the officer’s screen.',
  'refusal.enrolment-used': 'A device has already used this code. Ask for a new one; if that was not you, tell the officer.',
  'refusal.enrolment-expired': 'This code is older than {minutes} min. Ask the officer for a new one.',
  'refusal.key-not-valid': 'The key of the device is malformed. Start the enrolment again on the device.',
  'refusal.key-already-enrolled': 'This key is already that of a device. Clear the app on this one and start again.',
  'refusal.unknown-device': 'No device has this identifier. Choose it from the list.',
  'refusal.not-your-device': 'This device is not yours and you did not enrol it. Ask an administrator.',
  'refusal.device-removed':
    'This phone was removed: it opens nothing here any more. Work that was not sent is not lost: make a rescue file and hand it to your supervisor.',
  'refusal.device-role-withdrawn':
    'The role for which this phone was enrolled is no longer yours. Ask your supervisor for a new enrolment; they can also take over work that was not sent.',
  'refusal.office-locked-down':
    'Your office is shut for safety: nobody gets in any more, and its telephones empty themselves. Reach the data protection officer by a safe way.',
  'refusal.second-factor-needed':
    'This account opens files, so it needs two-step confirmation. Set it up on the page Account security, then come back. Nothing is lost.',
  'refusal.second-factor-only-in-demonstration':
    'Two-step confirmation can be switched off on a demonstration only. Here everybody who opens files sets it up.',
  'refusal.second-factor-as-asked': 'That is already the rule of this organisation. Nothing to do.',
  'refusal.factor-reset-nothing':
    'This account has no two-step confirmation to take off. The person sets it up on the page Account security.',
  'refusal.factor-reset-second-person': 'You asked for this already. Another person must confirm it.',
  'refusal.second-factor-stays':
    'Your account opens files: two-step confirmation is not turned off there. To change phones, ask the administrator and your supervisor to take it off together.',
  'refusal.factor-reset-none-asked': 'Nothing was asked for this account. Load the page again.',
  'refusal.factor-reset-voice-too-new':
    'Your role is younger than {days} days: it is not enough yet to take a confirmation off. Ask somebody who has had theirs for longer.',
  'refusal.factor-reset-voice-of-other':
    'One of the two voices gave the other their role: they do not count as two. Ask another administrator, or somebody else of the organisation.',
  'refusal.factor-reset-other-side':
    'It takes two sides: the administrator of the platform, and somebody of the organisation. Ask the other side to confirm.',
  'refusal.account-at-rest':
    'Your account is at rest: it was not used for long, or somebody asked for it. Ask the administrator or the data protection officer to wake it.',
  'refusal.account-at-rest-already': 'This account is at rest already. Nothing to do again.',
  'refusal.account-not-at-rest': 'This account is not at rest. There is nothing to wake.',
  'refusal.training-not-your-own': 'Nobody notes their own training. Ask who supervises, or who protects data.',
  'refusal.training-in-the-future': '{day} has not come yet. Give the day on which the training was held.',
  'refusal.training-over-already': 'This training counts no more since {day}. Note one that counts today, or none.',
  'refusal.training-days-not-valid': 'A training counts from the day after, and until {most} at most. Correct the day.',
  'refusal.undertaking-text-changed': 'The text of the undertaking has changed. Load the page again, read it, then sign.',
  'refusal.office-locked-already': 'This office is shut already. Nothing to do again; warn colleagues by a safe way.',
  'refusal.office-not-locked': 'This office is open. There is nothing to open again.',
  'refusal.office-is-the-platform':
    'Who runs the platform is not shut from here: nobody could open anything again. Stop the server, or shut offices one by one.',
  'refusal.office-name-differs': 'What was typed is not the name of the office. Copy it; capitals and accents do not count.',
  'refusal.office-lock-second-person':
    'You have already asked for this office to be shut. Another person, or the administrator of the platform, must confirm.',
  'refusal.office-lift-second-person': 'You have already asked for it to open again. Another person must confirm.',
  'refusal.office-lift-needs-data-officer': 'One of the two must be the data protection officer. Ask them to confirm.',
  'refusal.device-signature-not-valid':
    'The phone could not prove which one it is. Try again; if it goes on, ask your supervisor for a new enrolment.',
  'refusal.device-already-revoked': 'This device is already revoked. Nothing to do.',
  'refusal.date-in-future': 'The date {from} lies ahead. Give the moment from which the device signs no more: now or earlier.',

  'people.reason.lost': 'lost',
  'people.reason.stolen': 'stolen',
  'people.reason.seized': 'seized',
  'people.reason.replaced': 'replaced',
  'people.reason.person-left': 'the person left',
  'people.reason.key-leaked': 'key leaked',
  'people.reason.office-locked': 'office shut for safety',
}
