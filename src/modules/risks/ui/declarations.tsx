/* What companies and authorities hold of places: by whom, since when, from which source. There is no official list, and the page says so. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { DeclarationLine } from '../contract.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { SiteField } from './subject-field.tsx'

export function Declarations() {
  const { t } = useWords()
  const me = useMe().data
  const { data, again } = useAnswer<{ readonly declarations: readonly DeclarationLine[] }>('/api/risk-declarations')
  if (!data) return null
  return (
    <Panel title={t('declared.title')} aside={mayOpen('risks.assess', me) && <DeclareDialog again={again} />}>
      {data.declarations.length === 0 && <EmptyState title={t('declared.none')}>{t('declared.none.do')}</EmptyState>}
      <ul className="plain-list stack">
        {data.declarations.map((one) => (
          <li key={one.id}>
            <strong>{one.placeName}</strong> · {t(`declared.kind.${one.place.kind}`)}
            {one.place.kind === 'country' && ` · ${t(`declared.about.${one.place.about}`)}`}
            {one.place.kind === 'route' && ` · ${one.place.countries.join(', ')}`}
            <div>{one.why}</div>
            <div className="small">
              {t('declared.by', { by: one.by ?? '–' })} · <DateText date={one.on} /> · {one.source}
            </div>
            {one.mine && mayOpen('risks.assess', me) && (
              <ReasonDialog
                title={t('declared.withdraw')}
                explain={t('declared.withdraw.explain')}
                path={`/api/risk-declarations/${one.id}/withdrawals`}
                onDone={again}
              />
            )}
          </li>
        ))}
      </ul>
      <Source>{t('declared.source')}</Source>
    </Panel>
  )
}

type Kind = 'area' | 'site' | 'country' | 'route'
type About = 'transit' | 'small-output' | 'recycled-gold'
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
function DeclareDialog({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [kind, setKind] = useState<Kind>('area')
  const [area, setArea] = useState('')
  const [site, setSite] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [text, setText] = useState('')
  const [countries, setCountries] = useState('')
  const [about, setAbout] = useState<About>('transit')
  const [source, setSource] = useState('')
  const [why, setWhy] = useState('')
  const areas = useAreas()
  const codes = countries
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((one) => /^[A-Z]{2}$/.test(one))
  const named = areas?.find((one) => one.id === area)
  const place =
    kind === 'area'
      ? named && { kind, code: named.id, name: named.name }
      : kind === 'site'
        ? site && { kind, site: site.id }
        : kind === 'country'
          ? codes[0] && { kind, country: codes[0], about }
          : text.trim() !== '' && { kind, route: text.trim(), countries: codes }
  return (
    <ActDialog
      title={t('declared.add')}
      explain={t('declared.add.explain')}
      go={t('declared.add')}
      path="/api/risk-declarations"
      kind="plain"
      data={!place || source.trim() === '' || why.trim() === '' ? null : { place, source: source.trim(), why: why.trim() }}
      onDone={again}
    >
      <SelectField
        label={t('declared.kind')}
        value={kind}
        options={(['area', 'site', 'country', 'route'] as const).map((value) => ({ value, label: t(`declared.kind.${value}`) }))}
        onValue={setKind}
      />
      {kind === 'area' && (
        <NamedField label={t('declared.kind.area')} value={area} named={areas} empty={t('risks.subject.choose')} onValue={setArea} />
      )}
      {kind === 'site' && <SiteField name={site?.name ?? null} onPick={setSite} />}
      {kind === 'route' && <TextField label={t('declared.kind.route')} value={text} onValue={setText} maxLength={120} required />}
      {(kind === 'country' || kind === 'route') && (
        <TextField
          label={t('declared.countries')}
          hint={t('declared.countries.hint')}
          value={countries}
          onValue={setCountries}
          maxLength={60}
        />
      )}
      {kind === 'country' && (
        <SelectField
          label={t('declared.about')}
          value={about}
          options={(['transit', 'small-output', 'recycled-gold'] as const).map((value) => ({ value, label: t(`declared.about.${value}`) }))}
          onValue={setAbout}
        />
      )}
      <TextField label={t('declared.from')} value={source} onValue={setSource} maxLength={400} required />
      <LongTextField label={t('risks.why')} value={why} onValue={setWhy} maxLength={2000} required />
    </ActDialog>
  )
}
function useAreas(): readonly { readonly id: string; readonly name: string }[] | undefined {
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data
  if (!provinces || !territoires) return undefined
  return [...provinces.areas, ...territoires.areas].map(({ code, name }) => ({ id: code, name }))
}
