/* The words of the sheets of who counts at a flow monitoring point and of who gives a test in a room, in French: on a shelf of their own, which no other telephone carries. */
import { screenCountFr } from '../../modules/mobility/words/screen-count-fr.ts'
import { screenTestRoomFr } from '../../modules/outreach/words/screen-test-room-fr.ts'

export const countFr = {
  ...screenCountFr,
  ...screenTestRoomFr,
} as const
