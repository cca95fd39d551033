/* The words of the sheets of who counts at a flow monitoring point and of who gives a test in a room, in English: on a shelf of their own, which no other telephone carries. */
import { screenCountEn } from '../../modules/mobility/words/screen-count-en.ts'
import { screenTestRoomEn } from '../../modules/outreach/words/screen-test-room-en.ts'

export const countEn = {
  ...screenCountEn,
  ...screenTestRoomEn,
} as const
