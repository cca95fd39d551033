/* Wrong codes of certificates: five are free for each address, then each waits twice as long as the one before, up to six seconds; nobody pays for another, and an hour forgets. */
import { expect, test } from 'vitest'
import { slowWrongCodes } from './wrong-codes.ts'

function watched() {
  const waited: number[] = []
  const slow = slowWrongCodes((milliseconds) => Promise.resolve(void waited.push(milliseconds)))
  const guess = async (address: string, now: string, times: number): Promise<readonly number[]> => {
    waited.length = 0
    for (let time = 0; time < times; time++) await slow(address, now)
    return [...waited]
  }
  return guess
}
const NOON = '2026-06-10T12:05:00.000Z'

test('the first five wrong codes of an address are answered at once, then each later and later, and never later than six seconds', async () => {
  const guess = watched()
  expect(await guess('196.1.2.3', NOON, 5)).toEqual([])
  expect(await guess('196.1.2.3', NOON, 8)).toEqual([200, 400, 800, 1600, 3200, 6000, 6000, 6000])
})

test('who guesses slows nobody else, and the next hour begins anew', async () => {
  const guess = watched()
  expect(await guess('196.1.2.3', NOON, 7)).toEqual([200, 400])
  expect(await guess('196.1.2.4', NOON, 5)).toEqual([])
  expect(await guess('196.1.2.3', '2026-06-10T12:59:59.999Z', 1)).toEqual([800])
  expect(await guess('196.1.2.3', '2026-06-10T13:00:00.000Z', 5)).toEqual([])
  expect(await guess('196.1.2.3', '2026-06-10T13:00:01.000Z', 1)).toEqual([200])
})
