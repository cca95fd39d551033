/* The words of the sheets of who counts at a flow monitoring point, in English: on a shelf of their own, which no other telephone carries. */
import { screenCountEn } from '../../modules/mobility/words/screen-count-en.ts'

export const countEn = {
  ...screenCountEn,
} as const
