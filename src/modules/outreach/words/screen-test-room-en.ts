/* The words of tests in the room, on a telephone without network. */
import type { screenTestRoomFr } from './screen-test-room-fr.ts'

export const screenTestRoomEn: { readonly [Key in keyof typeof screenTestRoomFr]: string } = {
  'test-room.title': 'Tests in the room',
  'test-room.under': 'The telephone goes from hand to hand, without network. A badge, never a name; the right answers are not here.',
  'test-room.here': 'On this telephone',
  'test-room.none': 'No test on this telephone',
  'test-room.none.do': 'Keep one below while there is a network.',
  'test-room.keep': 'Keep a test on this telephone',
  'test-room.keep.session': 'Session',
  'test-room.keep.choose': 'choose',
  'test-room.keep.go': 'Keep',
  'test-room.keep.none': 'No session is going on in your province.',
  'test-room.keep.offline': 'The list of sessions needs a network. What is kept above opens without.',
  'test-room.keep.kept': 'Kept. It now opens without network.',
  'test-room.keep.no-room': 'This telephone has no room left. Make some, then keep the test.',
  'test-room.questions': '{n} {n|question|questions}, {badges} {badges|badge|badges}',
  'test-room.handed': '{n} {n|sheet|sheets} handed in here',
  'test-room.open': 'Open in the room',
  'test-room.renew': 'Bring up to date',
  'test-room.drop': 'Take off the telephone',
  'test-room.drop.explain': 'The questions leave this telephone. Sheets that were handed in stay and will be sent.',
  'test-room.badge': 'Badge number',
  'test-room.badge.unlisted':
    'Badge {badge} was not in the session when the test was kept. Check the number. The sheet will be kept, and somebody will say whose it is.',
  'test-room.badge.again': 'Badge {badge} handed this sheet in here already. The new one will count.',
  'test-room.when': 'Which test',
  'test-room.language': 'Language',
  'test-room.begin': 'Begin',
  'test-room.go-on': 'A sheet of badge {badge} is not handed in. Type that number to go on with it; another badge begins empty.',
  'test-room.leave': 'Leave the room',
  'test-room.others': 'Badges that handed in here',
  'test-room.rule':
    'Proposal: the last sheet of a badge counts; two different sheets from two telephones wait for your choice on the page of the session.',
}
