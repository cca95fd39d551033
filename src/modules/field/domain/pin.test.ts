import { expect, test } from 'vitest'
import { chosenPin, needsAfter } from './pin.ts'

test.each([
  ['481735', 'accepted'],
  [' 481735 ', 'accepted'],
  ['739158206471', 'accepted'],
  ['le chemin de la mine', 'accepted'],
  ['Kîbumbà9', 'accepted'],
  ['48173', 'pin-too-short'],
  ['', 'pin-too-short'],
  ['mine 12', 'pin-too-short'],
  ['7391582064718', 'pin-too-long'],
  ['a b'.repeat(70), 'pin-too-long'],
  ['000000', 'pin-too-easy'],
  ['111112', 'pin-too-easy'],
  ['123456', 'pin-too-easy'],
  ['654321', 'pin-too-easy'],
  ['234567890', 'pin-too-easy'],
  ['135791', 'pin-too-easy'],
  ['121212', 'pin-too-easy'],
  ['123123', 'pin-too-easy'],
  ['481481', 'pin-too-easy'],
  ['20242024', 'pin-too-easy'],
  ['19841985', 'pin-too-easy'],
  ['202500', 'pin-too-easy'],
  ['112233', 'pin-too-easy'],
  ['123321', 'pin-too-easy'],
  ['147258', 'pin-too-easy'],
  ['aaaaaaaaa', 'pin-too-easy'],
  ['MotDePasse1', 'pin-too-easy'],
  ['minemine', 'pin-too-easy'],
])('as a PIN, “%s” is %s', (typed, said) => {
  const pin = chosenPin(typed)
  expect(pin.ok ? 'accepted' : pin.refusal.code).toBe(said)
  if (pin.ok) expect(pin.value).toBe(typed.trim().normalize('NFKC'))
})

test.each([
  [0, 0, 3, 10, 'pin'],
  [2, 2, 3, 10, 'pin'],
  [3, 3, 3, 10, 'network'],
  [9, 9, 3, 10, 'network'],
  [0, 8, 3, 10, 'pin'],
  [0, 9, 3, 10, 'network'],
  [10, 10, 3, 10, 'rescue'],
  [1, 10, 3, 10, 'rescue'],
  [500, 500, 0, 0, 'pin'],
  [5, 5, 0, 5, 'rescue'],
])(
  'after %d wrong PINs in a row and %d since the own one, with limits %d and %d, a seat needs %s',
  (wrongPins, guesses, pinTries, wipeTries, needs) => expect(needsAfter({ wrongPins, guesses }, { pinTries, wipeTries })).toBe(needs),
)
