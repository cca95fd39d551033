/* What speaks against an offer, and the five questions: explained, never "safe", never counted the wrong way round. */
import { expect, test } from 'vitest'
import { adviceEn } from '../../words/advice-en.ts'
import { adviceFr } from '../../words/advice-fr.ts'
import { adviceMn } from '../../words/advice-mn.ts'
import { type OfferFlag, checkOffer, flagsOfRecruiter, offerQuestions, quickSigns, recruiterFlags } from './offer-check.ts'

test('a grave sign alone is enough; lesser ones ask first, three of them weigh like one', () => {
  expect(checkOffer({ 'passport-kept': 'yes' })).toEqual({
    verdict: 'do-not-leave',
    flags: [{ flag: 'passport-kept', isGrave: true }],
    open: [],
  })
  expect(checkOffer({ fee: 'yes', debt: 'no' })).toMatchObject({ verdict: 'ask-first', flags: [{ flag: 'fee', isGrave: false }] })
  expect(checkOffer({ fee: 'yes', 'no-contract': 'yes', 'no-address': 'yes' }).verdict).toBe('do-not-leave')
})
test('what the person does not know is to be asked, and is not a no', () => {
  expect(checkOffer({ 'mine-camp': 'not-known' })).toEqual({ verdict: 'ask-first', flags: [], open: ['mine-camp'] })
  expect(checkOffer({ 'mine-camp': 'no' }).verdict).toBe('none-found')
})
test('the register speaks too: warned, without licence, complained of, unknown; grave signs stand first', () => {
  expect(flagsOfRecruiter(null)).toEqual(['not-in-register'])
  expect(flagsOfRecruiter({ licence: 'valid', complaints: 'none', warning: null })).toEqual([])
  const warned = { licence: 'expired' as const, complaints: 'some' as const, warning: { because: 'unlicensed' as const, on: '2026-01-01' } }
  expect(checkOffer({ fee: 'yes' }, warned).flags.map(({ flag }) => flag)).toEqual(['recruiter-warned', 'no-licence', 'fee', 'complaints'])
})
test('every sign has its advice in each language of the sheet, a question and an answer to it', () => {
  const flags: readonly OfferFlag[] = [...offerQuestions, ...recruiterFlags]
  for (const words of [adviceFr, adviceEn, adviceMn])
    for (const flag of flags) expect(words[`flag.${flag}`].split(' → ').map((part) => part.length > 8)).toEqual([true, true])
})
test('the five questions ask in both directions', () => {
  expect(quickSigns({ 'free-to-leave': 'yes', 'has-papers': 'yes', owes: 'no', threatened: 'no', 'under-18-works': 'no' })).toEqual([])
  expect(quickSigns({ 'free-to-leave': 'no', owes: 'yes', threatened: 'no-answer' })).toEqual(['free-to-leave', 'owes'])
})
