/*
A bag on the scale: tag, mass, site, next. What was typed stays on this device until the server has it. The rules that can speak
without the server speak while one types; the server's own findings are shown with the receipt, and the bag is kept either way.
*/
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { MassText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotDetail } from '../../contract.ts'
import { type BagForm, bagOf, emptyBag, minerals, useLiveFindings } from './bag-form.ts'
import { Findings } from '../lots/findings.tsx'
import { LotStateMark } from '../lots/lot-marks.tsx'
import { MassField } from '../lots/mass-field.tsx'
import { OrganisationField, type PickedSite, SiteField } from '../lots/pick.tsx'
import { useKept } from '../lots/use-kept.ts'

export function WeighScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [url] = useUrlState()
  const today = todayHere()
  const initial = { ...emptyBag, siteId: url['site'] ?? '', siteName: url['name'] ?? '', producedOn: today, weighedOn: today }
  const [form, change, forget] = useKept(`weigh.${me?.account ?? ''}`, initial)
  const [done, setDone] = useState<string | null>(null)
  const next = () => {
    change({ tag: '', mass: '', tare: '' })
    setDone(null)
  }
  return (
    <Page title={t('weigh.title')} under={t('weigh.explain')} actions={<LinkButton to="/weigh/series">{t('scale.nav')}</LinkButton>}>
      {done === null ? <BagEntry form={form} change={change} onDone={setDone} /> : <BagReceipt lot={done} next={next} leave={forget} />}
    </Page>
  )
}

interface EntryProps {
  readonly form: BagForm
  readonly change: (part: Partial<BagForm>) => void
  readonly onDone: (lot: string) => void
}
function BagEntry({ form, change, onDone }: EntryProps) {
  const { t } = useWords()
  const { send, sending, error } = useCommand('/api/bags')
  const place = useRef<HTMLFormElement>(null)
  const live = useLiveFindings(form)
  const data = bagOf(form)
  // The next bag begins at its tag, without a touch.
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (data === null) return
    const receipt = await send(data).catch(() => null)
    if (receipt) onDone(madeId(receipt))
  }
  return (
    <form ref={place} className="stack" onSubmit={(event) => void submit(event)}>
      <div className="columns">
        <BagFields form={form} change={change} />
        <OriginFields form={form} change={change} />
      </div>
      {live.length > 0 && (
        <Panel title={t('weigh.provisional')}>
          <Findings findings={live} />
          <Source>{t('weigh.provisional.source')}</Source>
        </Panel>
      )}
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <span className="small grow">{t('weigh.kept')}</span>
        <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
          {t('weigh.go')}
        </Button>
      </div>
    </form>
  )
}

type FieldsProps = Omit<EntryProps, 'onDone'>
function BagFields({ form, change }: FieldsProps) {
  const { t } = useWords()
  const options = [
    { value: '', label: t('pick.choose') },
    ...minerals.map((value) => ({ value: String(value), label: t(`mineral.${value}`) })),
  ]
  return (
    <Panel title={t('weigh.bag')}>
      <div className="stack">
        <TextField
          label={t('weigh.tag')}
          hint={t('weigh.tag.hint')}
          value={form.tag}
          onValue={(tag) => change({ tag })}
          autoCapitalize="characters"
          autoComplete="off"
          maxLength={40}
        />
        <MassField label={t('weigh.mass')} value={form.mass} onValue={(mass) => change({ mass })} />
        <SelectField label={t('lots.mineral')} value={form.mineral} options={options} onValue={(mineral) => change({ mineral })} required />
        <MassField
          label={t('weigh.tare')}
          hint={t('weigh.tare.hint')}
          value={form.tare}
          onValue={(tare) => change({ tare })}
          required={false}
        />
      </div>
    </Panel>
  )
}

function OriginFields({ form, change }: FieldsProps) {
  const { t } = useWords()
  const { siteId, siteName, siteCode } = form
  const site = siteId === '' ? null : { id: siteId, name: siteName, nationalId: siteCode }
  const pickSite = (picked: PickedSite | null) =>
    change({ siteId: picked?.id ?? '', siteName: picked?.name ?? '', siteCode: picked?.nationalId ?? '' })
  const day = { max: todayHere(), required: true }
  return (
    <Panel title={t('weigh.origin')}>
      <div className="stack">
        <SiteField label={t('lots.site')} value={site} onValue={pickSite} />
        <DateField label={t('weigh.produced')} value={form.producedOn} onValue={(producedOn) => change({ producedOn })} {...day} />
        <DateField label={t('weigh.weighed')} value={form.weighedOn} onValue={(weighedOn) => change({ weighedOn })} {...day} />
        <OrganisationField
          label={t('weigh.holder')}
          hint={t('weigh.holder.hint')}
          value={form.holder}
          onValue={(holder) => change({ holder })}
          kinds={['cooperative', 'trader']}
        />
        <TextField label={t('weigh.pit')} value={form.pit} onValue={(pit) => change({ pit })} maxLength={40} />
        <TextField
          label={t('weigh.team')}
          hint={t('weigh.team.hint')}
          value={form.team}
          onValue={(team) => change({ team })}
          maxLength={40}
        />
      </div>
    </Panel>
  )
}

function BagReceipt({ lot, next, leave }: { readonly lot: string; readonly next: () => void; readonly leave: () => void }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<LotDetail>(`/api/lots/${lot}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const held = data.quarantine !== null
  return (
    <div className="stack">
      <Note tone={held ? 'red' : data.findings.length > 0 ? 'warn' : 'good'} live>
        <div className="row">
          <b>{data.lot.number}</b>
          <MassText grams={data.lot.massGrams} />
          <LotStateMark state={data.lot.state} />
        </div>
        {t(held ? 'weigh.done.quarantined' : data.findings.length > 0 ? 'weigh.done.noted' : 'weigh.done')}
      </Note>
      {data.findings.length > 0 && (
        <Panel title={t('lots.findings')}>
          <Findings findings={data.findings} />
        </Panel>
      )}
      <div className="form-actions" onClickCapture={leaveOnLink(leave)}>
        <LinkButton to={`/lots/${lot}`}>{t('weigh.open')}</LinkButton>
        <Button kind="primary" onClick={next}>
          {t('weigh.next')}
        </Button>
      </div>
    </div>
  )
}
/** Leaving by the link ends the series: the kept form goes. */
const leaveOnLink = (leave: () => void) => (event: { readonly target: EventTarget }) => {
  if (event.target instanceof HTMLAnchorElement) leave()
}
