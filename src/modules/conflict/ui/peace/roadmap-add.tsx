/* Writes an item down on the roadmap: from its own screen, from an action of a problem tree, or from a response that a conflict sheet recommends. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { type Roadmap, RoadmapSource } from '../../contract-peace.ts'
import { type LinkedSite, SitesField } from './sites-field.tsx'

/** What is known where it is written down. */
export interface RoadmapPreset {
  readonly text?: string | undefined
  readonly owner?: string | undefined
  readonly ownerWritten?: string | undefined
  readonly due?: string | undefined
  readonly sites?: readonly LinkedSite[] | undefined
  readonly from?: RoadmapLink | undefined
}
export type RoadmapLink =
  | { readonly kind: 'card'; readonly tree: string; readonly card: string }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly response: string }
export function presetFrom(url: { readonly [key: string]: string }): RoadmapPreset {
  const { text, due, tree, card } = url
  return { text, due, from: tree && card ? { kind: 'card', tree, card } : undefined }
}

interface AddProps {
  readonly preset: RoadmapPreset
  readonly again: () => void
  readonly title?: string
}
export function AddItem({ preset, again, title }: AddProps) {
  const { t } = useWords()
  const [text, setText] = useState(preset.text ?? '')
  const [source, setSource] = useState('workshop')
  const [owner, setOwner] = useState(preset.owner ?? '')
  const [written, setWritten] = useState(preset.ownerWritten ?? '')
  const [sites, setSites] = useState<readonly LinkedSite[]>(preset.sites ?? [])
  const [due, setDue] = useState(preset.due ?? '')
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const from = preset.from === undefined ? {} : { from: preset.from }
  const tied = sites.length === 0 ? {} : { sites: sites.map((one) => one.id) }
  const who = owner === '' ? { ownerWritten: written.trim() } : { owner }
  const isWhole = text.trim() !== '' && due !== '' && (owner !== '' || written.trim() !== '')
  return (
    <ActDialog
      {...{ title: title ?? t('roadmap.add'), explain: t('roadmap.add.explain'), go: t('roadmap.add.go'), path: '/api/conflict/roadmap' }}
      data={isWhole ? { text: text.trim(), source, due, ...who, ...from, ...tied } : null}
      onDone={again}
    >
      <LongTextField label={t('roadmap.text')} hint={t('peace.no-names')} value={text} onValue={setText} maxLength={600} required />
      <SelectField
        label={t('roadmap.source')}
        value={source}
        options={RoadmapSource.options.map((value) => ({ value: String(value), label: t(`roadmap.source.${value}`) }))}
        onValue={setSource}
      />
      <NamedField
        label={t('roadmap.owner')}
        value={owner}
        named={bodies?.organisations}
        empty={t('roadmap.owner.other')}
        onValue={setOwner}
      />
      {owner === '' && <TextField label={t('roadmap.owner.written')} value={written} onValue={setWritten} maxLength={160} />}
      <DateField label={t('roadmap.due')} value={due} onValue={setDue} required />
      <SitesField sites={sites} onSites={setSites} />
    </ActDialog>
  )
}

/** Beside a card or a sheet: what of it stands on the roadmap, with its owner and its day, and a way to put it there. Only for who writes there. */
export function OnRoadmap({
  presets,
}: {
  readonly presets: readonly (RoadmapPreset & { readonly from: RoadmapLink; readonly label?: string })[]
}) {
  const { t } = useWords()
  const isWriter = mayOpen('conflict.peace', useMe().data)
  const { data, again } = useAnswer<Roadmap>(isWriter ? '/api/conflict/roadmap' : null)
  if (!isWriter || presets.length === 0) return null
  const isOf = ({ from }: Roadmap['items'][number], link: RoadmapLink): boolean =>
    from?.kind === 'card' && link.kind === 'card'
      ? from.tree === link.tree && from.card === link.card
      : from?.kind === 'sheet' && link.kind === 'sheet' && from.sheet === link.sheet && from.response === link.response
  return (
    <div className="stack">
      {presets.map((preset) => (
        <div key={preset.from.kind === 'card' ? preset.from.card : preset.from.response} className="stack">
          {(data?.items ?? [])
            .filter((one) => isOf(one, preset.from))
            .map((one) => (
              <div key={one.id} className="small">
                <AppLink to="/roadmap">{t('roadmap.linked')}</AppLink> : {one.text} · {one.ownerName} · <DateText date={one.due} /> ·{' '}
                {t(`roadmap.status.${one.status}`)}
              </div>
            ))}
          <div className="row no-print">
            {preset.label !== undefined && <span>{preset.label}</span>}
            <AddItem preset={preset} again={again} title={t('roadmap.link')} />
          </div>
        </div>
      ))}
    </div>
  )
}
