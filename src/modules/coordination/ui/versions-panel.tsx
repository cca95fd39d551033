/* The versions of a committee, newest first: from when each held, on which act, why, which seats came and ended; each can be opened whole. */
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { CommitteeBoard, VersionShown } from '../contract.ts'
import { SeatList } from './committee-marks.tsx'
import { OFFICES } from './seat-fields.tsx'

export const quorumText = (t: Translate, quorum: CommitteeBoard['quorum']): string =>
  quorum.is === 'every-component' ? t('committee.quorum.every-component') : t('committee.quorum.at-least', quorum)
export const actText = (t: Translate, { basis, number }: CommitteeBoard['legal']): string =>
  [t(`committee.basis.${basis}`), number].filter(Boolean).join(' ')
export const officersText = (t: Translate, officers: CommitteeBoard['officers']): string =>
  OFFICES.flatMap((office) =>
    officers[office] === null ? [] : [t('committee.pair', { label: t(`committee.officer.${office}`), value: officers[office] ?? '' })],
  ).join(' · ')

export function VersionsPanel({ board: { versions } }: { readonly board: CommitteeBoard }) {
  const { t } = useWords()
  return (
    <Panel title={t('committee.versions')}>
      <ol className="plain-list stack">
        {versions.map((one) => (
          <li key={one.n}>
            <strong>{t('committee.version.n', { n: one.n })}</strong>{' '}
            <span className="committee-mark">{t(`committee.version.${one.state}`)}</span> {t('committee.version.from', { from: one.from })}
            <div className="small">
              {actText(t, one.legal)}
              {one.legal.date !== null && (
                <>
                  {', '}
                  <DateText date={one.legal.date} />
                </>
              )}
              {one.reason !== null && ` · ${one.reason}`}
            </div>
            {one.added.length > 0 && <div className="small">{t('committee.version.added', { seats: one.added.join(', ') })}</div>}
            {one.ended.length > 0 && <div className="small">{t('committee.version.ended', { seats: one.ended.join(', ') })}</div>}
            <Whole version={one} />
          </li>
        ))}
      </ol>
      <Source>{t('committee.versions.rule')}</Source>
    </Panel>
  )
}
function Whole({ version }: { readonly version: VersionShown }) {
  const { t } = useWords()
  const officers = officersText(t, version.officers)
  return (
    <details>
      <summary>{t('committee.version.whole')}</summary>
      <p className="small">
        {quorumText(t, version.quorum)} · {t('committee.version.per-year', { n: version.meetingsPerYear })}
        {officers !== '' && ` · ${officers}`}
      </p>
      <div className="committee-seats">
        {version.components.map((component, at) => (
          <div key={at}>
            <strong>{component.name}</strong>
            <SeatList seats={component.seats} />
          </div>
        ))}
      </div>
    </details>
  )
}
