/*
Describing a road, or one that is there anew: its places in their order, written or taken from the register of sites, what each is for trade, whether armed actors
interfere, by which source. A sketch shows the line as it is written. The earlier description stays.
*/
import { useCallback, useEffect, useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { useAnswer } from '../../../../app/ask.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Position } from '../../../../kernel/schema.ts'
import { ArmedOnRoad, type RoadLine, RoadLink } from '../../contract-roads.ts'
import { lineMetres } from '../../domain/roads/ground.ts'
import { kilometresText } from './figures.ts'
import { GradeFields, useGrade } from './grade-fields.tsx'
import '../layers/layers.css'
import { type RoadDraft, draftOf, lineOfPlace, placesIn, sentRoad } from './road-draft.ts'

interface Props {
  /** `null`: a new one. */
  readonly road: RoadLine | null
  readonly again: () => void
}
export function DescribeRoad({ road, again }: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => draftOf(road, todayHere()))
  const set = (change: Partial<RoadDraft>) => setDraft((before) => ({ ...before, ...change }))
  const addSite = useCallback<AddSiteProps['onSite']>(
    ({ id, name, at }) =>
      setDraft((before) => ({
        ...before,
        written: [before.written.trim(), lineOfPlace({ at, name })].filter((one) => one !== '').join('\n'),
        ties: { ...before.ties, [name]: { kind: 'site', site: id } },
      })),
    [],
  )
  const grade = useGrade()
  const { places, unread } = placesIn(draft.written)
  return (
    <ActDialog
      {...{ title: t(road === null ? 'roads.describe' : 'roads.describe.again'), explain: t('roads.describe.explain'), kind: 'plain' }}
      go={t('roads.describe.go')}
      path={road === null ? '/api/conflict/roads' : `/api/conflict/roads/${road.id}/versions`}
      data={sentRoad(draft, grade.whole)}
      missing={t('roads.describe.missing')}
      onDone={() => {
        if (road === null) setDraft(draftOf(null, todayHere()))
        again()
      }}
    >
      <TextField label={t('roads.describe.name')} value={draft.name} maxLength={120} onValue={(name) => set({ name })} required />
      <LongTextField
        label={t('roads.describe.places')}
        hint={t('roads.describe.places.hint')}
        value={draft.written}
        rows={6}
        onValue={(written) => set({ written })}
        required
      />
      {unread.length > 0 && (
        <p className="fault" role="status">
          {t('roads.describe.unread', { lines: unread.join(', ') })}
        </p>
      )}
      <AddSite onSite={addSite} />
      {places.length > 1 && <Sketch line={places.map((one) => one.at)} />}
      <Ties draft={draft} names={[...new Set(places.flatMap((one) => one.name ?? []))]} onTies={(ties) => set({ ties })} />
      <SelectField
        label={t('roads.interference')}
        value={draft.armed}
        options={ArmedOnRoad.options.map((value) => ({ value, label: t(`route.armed.${value}`) }))}
        onValue={(armed) => set({ armed })}
      />
      <DateField label={t('roads.as-of')} value={draft.asOf} max={todayHere()} onValue={(asOf) => set({ asOf })} required />
      <GradeFields {...grade} />
    </ActDialog>
  )
}

interface Found {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
interface Place {
  readonly id: string
  readonly name: string
  readonly position: (Position & { readonly [more: string]: unknown }) | null
}
interface AddSiteProps {
  readonly onSite: (site: { readonly id: string; readonly name: string; readonly at: Position }) => void
}
/** A site of the register is a place of the road, with its position. */
function AddSite({ onSite }: AddSiteProps) {
  const { t } = useWords()
  const search = useSearch()
  const { data, error } = useAnswer<Found>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  const [picked, setPicked] = useState<string | null>(null)
  const site = useAnswer<Place>(picked === null ? null : `/api/sites/${picked}`).data
  useEffect(() => {
    if (!site || site.id !== picked || site.position === null) return
    const { latitude, longitude } = site.position
    onSite({ id: site.id, name: site.name, at: { latitude, longitude } })
    setPicked(null)
  }, [site, picked, onSite])
  return (
    <>
      <SearchPick
        label={t('roads.describe.site')}
        hint={t('roads.describe.site.hint')}
        none={t('sheet-form.site.none')}
        search={search}
        found={data?.sites.map((one) => ({ id: one.id, name: one.name, code: one.nationalId, mark: null }))}
        error={error}
        onPick={(one) => setPicked(one.id)}
      />
      {site && site.id === picked && site.position === null && (
        <p className="fault" role="status">
          {t('roads.describe.site.nowhere', { name: site.name })}
        </p>
      )}
    </>
  )
}

const [WIDE, HIGH, EDGE] = [320, 140, 10]
/** As the crow sees it: north up, no map behind it. */
function Sketch({ line }: { readonly line: readonly Position[] }) {
  const { t, language } = useWords()
  const [xs, ys] = [line.map((one) => one.longitude), line.map((one) => one.latitude)]
  const [west, south] = [Math.min(...xs), Math.min(...ys)]
  const scale = Math.min(
    (WIDE - 2 * EDGE) / Math.max(Math.max(...xs) - west, 1e-6),
    (HIGH - 2 * EDGE) / Math.max(Math.max(...ys) - south, 1e-6),
  )
  const points = line.map((one) => [EDGE + (one.longitude - west) * scale, HIGH - EDGE - (one.latitude - south) * scale] as const)
  const kilometres = Math.round(lineMetres(line) / 100) / 10
  return (
    <figure className="road-sketch">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={t('roads.describe.sketch')}>
        <polyline points={points.map((one) => one.join(' ')).join(' ')} className="sign roads" />
        {points.map(([x, y], at) => (
          <circle key={`${x} ${y} ${at}`} cx={x} cy={y} r={3} />
        ))}
      </svg>
      <figcaption className="small">{t('roads.describe.length', { n: line.length, km: kilometresText(language, kilometres) })}</figcaption>
    </figure>
  )
}

interface TiesProps {
  readonly draft: RoadDraft
  readonly names: readonly string[]
  readonly onTies: (ties: RoadDraft['ties']) => void
}
/** What each named place is for trade; a site of the register stays what it is. */
function Ties({ draft, names, onTies }: TiesProps) {
  const { t } = useWords()
  if (names.length === 0) return null
  const kinds = RoadLink.shape.kind.options.filter((one) => one !== 'site')
  const { ties } = draft
  return (
    <fieldset className="choices">
      <legend>{t('roads.links')}</legend>
      {names.map((name) =>
        ties[name]?.kind === 'site' ? (
          <p key={name}>
            {name} · {t('roads.link.site')}
          </p>
        ) : (
          <SelectField
            key={name}
            label={name}
            value={ties[name]?.kind ?? ''}
            options={[{ value: '', label: t('roads.link.none') }, ...kinds.map((value) => ({ value, label: t(`roads.link.${value}`) }))]}
            onValue={(to) => {
              const { [name]: _before, ...others } = ties
              const kind = kinds.find((one) => one === to)
              onTies(kind ? { ...others, [name]: { kind, site: null } } : others)
            }}
          />
        ),
      )}
    </fieldset>
  )
}
