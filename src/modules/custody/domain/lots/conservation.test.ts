import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { LotId } from '../../contract.ts'
import { type LotCommand, lotDecider } from './lot.ts'
import type { LotEvent } from './lot-events.ts'
import type { InputFacts, Lot, LotContext } from './lot-state.ts'
import { type ProcessCommand, lotsOf, processingDecider } from './processing.ts'

// Random histories of two organisations, decided by the real deciders over a small world in memory: what they accept creates no gram.
const numbered = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [ours, theirs, site] = [asId('organisation', numbered(1)), asId('organisation', numbered(2)), asId('site', numbered(3))]
const DAY = '2026-04-02'

interface Known {
  readonly id: LotId
  lot: Lot
  drawn: number
  draws: readonly { readonly lot: LotId; readonly drawnGrams: number }[]
}

class Village {
  readonly lots: Known[] = []
  /** Grams that the records themselves say came in or went out. */
  written = 0
  private made = 0

  private facts({ id, lot, drawn }: Known): InputFacts {
    const { number, mineral, holder, massGrams, lastOn } = lot
    const state = lot.voided ? 'voided' : drawn > 0 && drawn >= massGrams ? 'consumed' : lot.sent ? 'in-transit' : 'held'
    return {
      lot: id,
      number,
      mineral,
      holder,
      owner: holder,
      remainingGrams: massGrams - drawn,
      state,
      heldBy: null,
      certificate: null,
      lastOn,
    }
  }
  private context(known: Known | null, organisation: string): LotContext {
    return {
      ...{ happenedOn: DAY, today: DAY, organisation, account: numbered(9), reach: 'territory', rootsInside: 'all' },
      lot: {
        ...{
          drawnGrams: known?.drawn ?? 0,
          quarantined: false,
          heldBySource: null,
          certificate: null,
          recordedBy: null,
          quarantinedBy: null,
        },
      },
      bag: {
        ...{
          number: `B${this.made}`,
          site: { id: site, minerals: [] },
          standing: null,
          tag: null,
          tagBatch: null,
          sameTag: [],
          insideTerritory: true,
        },
      },
      inputs: this.lots.map((one) => this.facts(one)),
      ...{ onSite: null, numberTaken: false, knownOrganisations: [ours, theirs] },
    }
  }
  /** Takes a command as the server would; a refusal changes nothing. */
  tell(target: Known | null, command: LotCommand, organisation: string = ours): void {
    const outcome = lotDecider.decide(target?.lot ?? null, command, this.context(target, organisation))
    if (outcome.ok) for (const event of outcome.value) this.happened(target, event)
  }
  process(command: ProcessCommand): void {
    const outputIds = command.outputs.map((_, at) => asId('lot', numbered(1_000_000 + this.made * 50 + at)))
    const inputs = this.lots.map((one) => this.facts(one))
    const around = { happenedOn: DAY, today: DAY, organisation: ours, inputs, outputIds, takenNumber: null }
    const outcome = processingDecider.decide(null, command, around)
    if (!outcome.ok) return
    const [event] = outcome.value
    if (!event) throw new Error('a processing gives its event')
    for (const input of event.payload.inputs) {
      const drawn = lotsOf(asId('processing', numbered(5)), event.payload, null).flatMap(({ formed }) => formed.inputs)
      const own = drawn.filter((one) => one.lot === input.lot)
      expect(own.reduce((sum, one) => sum + one.drawnGrams, 0)).toBe(input.drawnGrams)
    }
    expect(event.payload.balance.lossGrams).toBe(
      command.inputs.reduce((sum, one) => sum + one.drawnGrams, 0) - command.outputs.reduce((sum, one) => sum + one.massGrams, 0),
    )
    this.written -= event.payload.balance.lossGrams
    for (const { lot, formed } of lotsOf(asId('processing', numbered(5)), event.payload, null)) {
      const made = lotDecider.decide(null, { type: 'form-lot', ...formed }, this.context(null, ours))
      if (!made.ok) throw new Error(`an output was refused: ${made.refusal.code}`)
      for (const one of made.value) this.born(lot, one, formed.inputs)
    }
  }
  private born(id: LotId, event: LotEvent, draws: Known['draws']): void {
    const lot = lotDecider.evolve(null, event)
    if (!lot) throw new Error('a lot is born of its first event')
    this.made += 1
    for (const draw of draws) {
      const source = this.lots.find((one) => one.id === draw.lot)
      if (source) source.drawn += draw.drawnGrams
    }
    this.lots.push({ id, lot: { ...lot, quarantined: false }, drawn: 0, draws })
  }
  private happened(target: Known | null, event: LotEvent): void {
    if (event.kind === 'lot.bag-registered.v1' || event.kind === 'lot.combined.v1') {
      const draws = event.kind === 'lot.combined.v1' ? event.payload.inputs : []
      this.written += event.payload.massGrams - draws.reduce((sum, one) => sum + one.drawnGrams, 0)
      this.born(asId('lot', numbered(100 + this.made)), event, draws)
      return
    }
    if (!target) throw new Error('only a first event has no lot')
    if (
      event.kind === 'lot.sent.v1' ||
      event.kind === 'lot.mass-corrected.v1' ||
      event.kind === 'lot.taken-back.v1' ||
      event.kind === 'lot.handed-over.v1'
    )
      this.written += event.payload.massGrams - event.payload.beforeGrams
    if (event.kind === 'lot.received.v1') this.written += event.payload.massGrams - event.payload.sentGrams
    if (event.kind === 'lot.voided.v1') {
      this.written -= target.lot.massGrams - target.draws.reduce((sum, one) => sum + one.drawnGrams, 0)
      for (const draw of target.draws) {
        const source = this.lots.find((one) => one.id === draw.lot)
        if (source) source.drawn -= draw.drawnGrams
      }
    }
    // Quarantine is lifted at once here: what it stops is tested elsewhere, and would end most histories early.
    const lot = lotDecider.evolve(target.lot, event)
    if (lot) target.lot = { ...lot, quarantined: false }
  }
}

const step = fc.record({
  act: fc.constantFrom('bag', 'combine', 'process', 'split', 'send', 'receive', 'hand-over', 'take-back', 'correct', 'void'),
  pick: fc.nat(1_000),
  more: fc.nat(1_000),
  share: fc.integer({ min: 1, max: 1_000 }),
  change: fc.integer({ min: -400, max: 30 }),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

function play(village: Village, { act, pick, more, share, change }: Step, at: number): void {
  const { lots } = village
  const [one, other] = [lots[pick % Math.max(1, lots.length)], lots[more % Math.max(1, lots.length)]]
  if (act === 'bag' || !one || !other) {
    const seen = { site, tag: null, mineral: 'Sn', producedOn: '2026-04-01', holder: ours } as const
    return village.tell(null, { type: 'register-bag', ...seen, massGrams: 20_000 + pick * 31 })
  }
  const scaled = (grams: number): number => Math.max(1, grams + Math.floor((grams * change) / 1_000))
  const left = ({ lot, drawn }: Known): number => lot.massGrams - drawn
  const part = (of: Known): number => Math.ceil((left(of) * share) / 700)
  const inputs = [...new Set([one, other])].map((of) => ({ lot: of.id, drawnGrams: part(of) }))
  const drawn = inputs.reduce((sum, input) => sum + input.drawnGrams, 0)
  switch (act) {
    case 'combine':
      return village.tell(null, { type: 'combine-lots', number: `L${at}`, kind: 'trader-lot', massGrams: scaled(drawn), inputs })
    case 'process': {
      const outputs = [
        { number: `C${at}`, role: 'main' as const, massGrams: scaled(Math.floor(drawn * 0.7)) },
        { number: `T${at}`, role: 'tailings' as const, massGrams: 1 + (more % 7) * 900 },
      ]
      return village.process({ type: 'process-lots', number: `P${at}`, kind: 'cleaning', inputs, outputs })
    }
    case 'split': {
      const grams = left(one)
      const outputs = [share % 100, 100 - (share % 100)].map((percent, n) => ({
        ...{ number: `S${at}-${n}`, role: 'main' as const, massGrams: Math.floor((grams * percent) / 100) },
      }))
      return village.process({
        type: 'process-lots',
        number: `P${at}`,
        kind: 'split',
        inputs: [{ lot: one.id, drawnGrams: grams }],
        outputs,
      })
    }
    case 'send':
      return village.tell(
        one,
        { type: 'transfer-lot', to: one.lot.holder === ours ? theirs : ours, massGrams: scaled(one.lot.massGrams) },
        one.lot.holder,
      )
    case 'receive':
      return village.tell(one, { type: 'receive-lot', massGrams: scaled(one.lot.massGrams) }, one.lot.sent?.to ?? ours)
    case 'take-back':
      return village.tell(one, { type: 'take-back-lot', massGrams: scaled(one.lot.massGrams), reason: 'r' }, one.lot.holder)
    case 'hand-over': {
      const to = one.lot.holder === ours ? theirs : ours
      const purchase = asId('purchase', numbered(7))
      return village.tell(one, {
        type: 'hand-over-lot',
        from: one.lot.holder,
        to,
        purchase,
        massGrams: scaled(one.lot.massGrams),
        handedOverOn: DAY,
      })
    }
    case 'correct':
      return village.tell(one, { type: 'correct-mass', massGrams: scaled(one.lot.massGrams), reason: 'r' })
    case 'void':
      return village.tell(one, { type: 'void-lot', reason: 'r' })
  }
}

test('over random histories nothing is created: what lies in lots is what the records say came in, went out and was lost, to the gram', () => {
  let longest = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const village = new Village()
      steps.forEach((one, at) => {
        play(village, one, at)
        let lying = 0
        for (const { lot, drawn } of village.lots) {
          expect(drawn).toBeGreaterThanOrEqual(0)
          expect(lot.massGrams - drawn).toBeGreaterThanOrEqual(0)
          if (!lot.voided) lying += lot.massGrams - drawn
        }
        expect(lying).toBe(village.written)
      })
      longest = Math.max(longest, village.lots.length)
    }),
    { numRuns: 300 },
  )
  expect(longest).toBeGreaterThan(10)
})
