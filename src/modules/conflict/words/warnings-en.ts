/* What the server refuses about warnings, and what to do. */
import type { warningsFr } from './warnings-fr.ts'

export const warningsEn: Record<keyof typeof warningsFr, string> = {
  'refusal.unknown-warning': 'There is no such warning, or it is not for you. Go back to the list.',
  'refusal.unknown-warning-place': 'This territoire or site is not on the register. Choose one from the list.',
  'refusal.unknown-responder': 'One of the bodies is not on the register. Choose from the list.',
  'refusal.party-to-warning': 'Your body is named in this warning: another one has to handle it.',
  'refusal.not-yours-to-sort': 'This warning is not for you to sort. Ask who sorts warnings of this territoire.',
  'refusal.warning-sent-already': 'This warning is recorded already.',
  'refusal.warning-in-the-future': 'The hour of receipt lies in the future. Correct it.',
  'refusal.warning-closed': 'This warning is closed. Send a new one if it begins again.',
  'refusal.warning-takes-no-words':
    'This type of warning touches persons: no words here. What was told of a person goes into the sealed form of signals.',
  'refusal.warning-severity-the-same': 'The warning has this severity already. Choose another.',
  'refusal.warning-assessed-so': 'The warning was judged so already.',
  'refusal.false-warning-needs-reason': 'Say why the warning is false: who warned has to understand it.',
  'refusal.warning-reason-of-another': 'This reason is one of false warnings. Take it away.',
  'refusal.warning-not-assessed': 'First judge the warning: verified, not verified or false.',
  'refusal.responder-has-a-part': 'One of the bodies is named in the warning: do not hand it to them.',
  'refusal.warning-shared-already': 'The warning is shared with these bodies already.',
  'refusal.warning-not-shared': 'The warning is shared with nobody yet.',
  'refusal.not-a-responder': 'The warning was not shared with your body.',
  'refusal.warning-acknowledged-already': 'That it was noted is written down already.',
  'refusal.response-says-nothing': 'Tick at least one thing that was done, or “nothing possible”.',
  'refusal.response-in-the-future': 'The day of the response lies in the future. Correct it.',
  'refusal.warning-without-response': 'No body has answered yet: the warning cannot be closed.',
  'refusal.warning-responses-missing': '{n} {n|body has not answered|bodies have not answered}: say why nobody waits for them any more.',
  'refusal.warning-not-verified': 'Only a verified warning becomes an incident.',
  'refusal.warning-incident-being-opened': 'Somebody is opening an incident for this warning right now. Reload the page in five minutes.',
  'refusal.warning-has-no-such-incident': 'This incident is not announced on the warning, or it does exist. Reload the page.',
  'refusal.warning-nothing-unsure': 'Nothing is left open in this warning. Reload the page.',
  'refusal.warning-still-unsure': 'The message did not say everything: settle type, severity and place first.',
  'refusal.second-person-to-close':
    'You assessed this warning. A grave one, or one that touches persons, is closed by another person than who assessed it.',
  'refusal.warning-has-incident': 'Incident {incident} is open for this warning already. Add to it.',
}
