/*
Weighing at the site: the camera is on, a tag is read, a mass typed, next. It works without network from what the telephone carries; each bag is signed
and kept at once. A bag is an observation: nothing here refuses one, what the rules will say is said before the bag leaves the scale.
*/
import { useEffect, useReducer, useRef, useState } from 'react'
import { command, madeId, newId } from '../../../../app/api.ts'
import { questions } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useMe } from '../../../../app/who.ts'
import { needRefusals, useWords } from '../../../../app/words.ts'
import { type Series, type SeriesAct, emptySeries, nextSeries } from '../../domain/weighing/series.ts'
import { gramsOf } from '../lots/mass-field.tsx'
import { useKept } from '../lots/use-kept.ts'
import { bagDataOf } from './bag-data.ts'
import { keepBags, keptBags } from './kept-series.ts'
import { ScanCamera } from './scan-camera.tsx'
import { Counts, LastBags } from './series-list.tsx'
import { SeriesSetup, SiteStatus, emptySetup } from './series-setup.tsx'
import { MassStep, TagStep } from './series-steps.tsx'
import { signal } from './signal.ts'
import { type AroundSite, spokenOf, useAroundSite } from './use-around.ts'
import { useWedge } from './use-wedge.ts'
import './weighing.css'

export function SeriesScreen() {
  const { t } = useWords()
  const me = useMe().data
  if (!me) return null
  return (
    <Page title={t('weigh.title')}>
      <Scale account={me.account} />
    </Page>
  )
}

function Scale({ account }: { readonly account: string }) {
  const [setup, change] = useKept(`scale.${account}`, { ...emptySetup, producedOn: todayHere() })
  const [ready, setReady] = useState(() => setup.series.slice(0, 10) === new Date().toISOString().slice(0, 10) && setup.site !== '')
  const known = useAroundSite(setup.site)
  const series = useSeries(account, known)
  useEffect(() => void needRefusals(), [])
  return (
    <div className="stack">
      <Counts bags={series.state.bags} series={setup.series} />
      {ready ? (
        <Weighing setup={setup} known={known} series={series} toSetup={() => setReady(false)} />
      ) : (
        <SeriesSetup setup={setup} change={change} known={known} onReady={() => setReady(true)} />
      )}
      <LastBags bags={series.state.bags} series={setup.series} act={series.act} />
    </div>
  )
}

export interface SeriesHeld {
  readonly state: Series
  readonly act: (act: SeriesAct) => void
}
function useSeries(account: string, known: AroundSite): SeriesHeld {
  const [state, act] = useReducer(
    (before: Series, next: SeriesAct) => nextSeries(before, next, known.prints),
    account,
    (whose) => emptySeries(keptBags(whose)),
  )
  const { heard, bags } = state
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) signal(heard.as)
    first.current = false
  }, [heard])
  const loaded = useRef(bags)
  useEffect(() => {
    if (loaded.current !== bags) keepBags(account, bags)
  }, [account, bags])
  return { state, act }
}

interface WeighingProps {
  readonly setup: typeof emptySetup
  readonly known: AroundSite
  readonly series: SeriesHeld
  readonly toSetup: () => void
}
function Weighing({ setup, known, series: { state, act }, toSetup }: WeighingProps) {
  const { t } = useWords()
  const me = useMe().data
  const [error, setError] = useState<Error | null>(null)
  const [saving, setSaving] = useState(false)
  const inMass = state.step === 'mass'
  useWedge((text, held) =>
    act({ act: 'read', text, by: 'scanner', atMilliseconds: Date.now(), ...(inMass && held !== null ? { mass: held } : {}) }),
  )
  const grams = gramsOf(state.mass)
  const data = bagDataOf(setup, state.tag, grams)
  const spoken = inMass && data ? spokenOf(data, known, { me, bags: state.bags }) : { findings: [], unsaid: [] }
  const save = async () => {
    if (data === null || grams === null || saving) return
    setSaving(true)
    setError(null)
    try {
      // Two bags without a tag may weigh the same: each is its own command.
      const receipt = await command('/api/bags', data, { id: newId() })
      const held = spoken.findings.some((one) => one.severity === 'C')
      const { site, siteName, holder, holderName, mineral, producedOn, series } = setup
      const bag = { lot: madeId(receipt), tag: state.tag, massGrams: grams, atMilliseconds: Date.now(), day: todayHere(), held }
      act({ act: 'saved', bag: { ...bag, site, siteName, holder, holderName, mineral, producedOn, series } })
      void questions.invalidateQueries({ queryKey: ['lots'] })
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)))
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <div className="row tight">
        <span className="grow">
          <b>{setup.siteName}</b> · {setup.holderName}
        </span>
        <Button onClick={toSetup}>{t('scale.setup.change')}</Button>
      </div>
      <SiteStatus setup={setup} known={known} />
      <ScanCamera looks={!inMass} onCode={(text) => act({ act: 'read', text, by: 'camera', atMilliseconds: Date.now() })} />
      {inMass ? (
        <MassStep state={state} act={act} spoken={spoken} save={() => void save()} saving={saving} ready={data !== null} />
      ) : (
        <TagStep state={state} act={act} />
      )}
      {error && <ErrorState error={error} />}
    </>
  )
}
