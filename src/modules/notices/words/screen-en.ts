/* Words of the screen of notices, and of their kinds, which the letter says too. */
import { en } from './en.ts'
import type { screenFr } from './screen-fr.ts'

export const screenEn: { readonly [Key in keyof typeof screenFr]: string } = {
  ...en,
  'notices.title': 'Notices',
  'notices.under': 'What waits for you, by your role and your area.',
  'notices.empty': 'Nothing waits for you.',
  'notices.empty.do': 'You are told here, and by mail if you chose so, as soon as something needs your attention.',
  'notices.off': 'You chose not to see notices in the app.',
  'notices.new': '{n} new',
  'notices.seen': 'Mark all as seen',
  'notices.open': 'Open',
  'notices.source': 'Source: this register, just now. A notice only says numbers; sites and persons appear in the lists alone.',
  'notices.preferences': 'How to be told',
  'notices.in-app': 'In the app',
  'notices.in-app.hint': 'the number of new notices stays visible at the top of every screen',
  'notices.by-mail': 'By mail, once a day',
  'notices.by-mail.hint': 'only when something waits for you; numbers and links, no name or place',
  'notices.language': 'Language of the mail',
  'notices.save': 'Save',
  'notices.saved': 'Saved.',
  'notices.no-mail': 'This server sends no mail for now. Ask the person who keeps it.',
  'notices.no-address': 'Your account has no address; ask the administrator.',
  'notices.last': 'Last mail: {day} ({state}).',
  'notices.state.waiting': 'waiting',
  'notices.state.sending': 'being sent',
  'notices.state.sent': 'sent',
  'notices.state.refused': 'refused by the mail server',
  'notices.state.given-up': 'given up, the mail server did not answer',
  'notices.state.in-doubt': 'perhaps sent',
  'notices.state.withdrawn': 'withdrawn',
}
