import { describe, expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { type Profile, ProfileCommand } from '../../domain/profile/profile.ts'
import { draftOf, needsReason, profileIn, profileStep } from './profile-draft.ts'

const known: Profile = {
  ...{ age: { kind: 'COMPLETED_MONTHS', months: 27 * 12 + 5, disputed: false }, isMature: true, gender: 'Feminine', citizenship: ['COD'] },
  ...{ languages: ['swa', 'xyz'], displacement: 'refugee', disability: 'none', roles: ['victim'], exploitedIn: 'CD61', country: 'COD' },
}
const years = (n: string, disputed = false) => ({ kind: 'years' as const, years: n, fromYears: '', toYears: '', disputed })
const aged = (n: number, isMature: boolean): Profile => ({
  ...known,
  ...{ age: { kind: 'COMPLETED_MONTHS', months: n * 12, disputed: false }, isMature },
})

describe('what is known of a person, put right', () => {
  test('untouched it is exactly what the file says, months and languages of no list included', () => {
    expect(profileIn(draftOf(known), known)).toEqual(known)
    const estimated: Profile = { ...known, age: { kind: 'ESTIMATE', fromYears: 14, toYears: 19, disputed: true }, isMature: false }
    expect(profileIn(draftOf(estimated), estimated)).toEqual(estimated)
  })
  test('whatever is corrected goes out whole, as the server takes it', () => {
    const draft = { ...draftOf(known), age: years('16'), gender: 'Masculine' as const, isMature: false, languages: ['lin'] }
    const next = profileIn({ ...draft, roles: ['victim', 'witness'], place: { province: '', country: '' } }, known)
    if (next === null) throw new Error('whole')
    expect(next).toEqual({
      ...known,
      ...{ age: { kind: 'COMPLETED_MONTHS', months: 192, disputed: false }, isMature: false, gender: 'Masculine', languages: ['lin'] },
      ...{ roles: ['victim', 'witness'], exploitedIn: null, country: null },
    })
    const step = profileStep(next, null)
    expect(step.about === 'profile' && mustParse(ProfileCommand, step.ask)).toEqual({ step: 'set-profile', profile: next })
  })
  test('without an age or a role nothing is sent', () => {
    expect(profileIn(draftOf(null), null)).toBeNull()
    expect(profileIn({ ...draftOf(null), age: years('20') }, null)).toMatchObject({ isMature: true, roles: ['victim'] })
    expect(profileIn({ ...draftOf(known), roles: [] }, known)).toBeNull()
    expect(profileIn({ ...draftOf(known), age: years('abc') }, known)).toBeNull()
  })
})

describe('who understands what consenting means', () => {
  const said = (n: string, isMature: boolean, disputed = false) =>
    profileIn({ ...draftOf(known), age: years(n, disputed), isMature }, known)
  test('is asked from fifteen to seventeen, and of a disputed age; of a small child it is never said, of an adult it goes without saying', () => {
    expect(said('14', true)?.isMature).toBe(false)
    expect(said('15', true)?.isMature).toBe(true)
    expect(said('17', false)?.isMature).toBe(false)
    expect(said('18', false)?.isMature).toBe(true)
    expect(said('30', false, true)?.isMature).toBe(false)
  })
  test('needs a reason when it is newly said, not when it was said before; having been taken for an adult is no such word', () => {
    expect(needsReason(aged(16, true), aged(16, false))).toBe(true)
    expect(needsReason(aged(16, true), null)).toBe(true)
    expect(needsReason(aged(16, true), aged(27, true))).toBe(true)
    expect(needsReason(aged(16, true), aged(15, true))).toBe(false)
    expect(needsReason(aged(16, false), aged(16, true))).toBe(false)
    expect(needsReason(aged(27, true), aged(16, false))).toBe(false)
  })
})
