/* Where a lot comes from, twice: as a bar of sites with its table, and as a tree down to the bags that opens with one touch. */
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import { useState } from 'react'
import type { SiteShare, TraceAnswer } from '../../contract.ts'
import { LotKindText, LotStateMark } from './lot-marks.tsx'
import { type Branch, branchesOf } from './lot-tree.ts'
import '../custody.css'

export function Shares({ trace }: { readonly trace: TraceAnswer }) {
  const { t, language } = useWords()
  const { shares } = trace
  const percent = (share: SiteShare) => `${numberText(language, share.hundredthsOfPercent / 100, 1)}\u00a0%`
  const nameOf = (share: SiteShare) => share.siteName ?? (share.site === null ? t('lots.origin.none') : share.site)
  return (
    <Panel title={t('lots.origin')} aside={<span className="small">{t('lots.origin.bags', { n: trace.roots.length })}</span>}>
      <div className="shares" role="img" aria-label={shares.map((share) => `${nameOf(share)} ${percent(share)}`).join(', ')}>
        {shares.map((share, at) => (
          <i
            key={share.site ?? 'unknown'}
            className={share.site === null ? 'share-unknown' : undefined}
            style={{ flex: Math.max(1, share.hundredthsOfPercent), opacity: inkAt(at) }}
          />
        ))}
      </div>
      <div className="table-wrap">
        <table className="table">
          <caption className="unseen">{t('lots.origin')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('lots.site')}</th>
              <th scope="col" className="n">
                {t('lots.share')}
              </th>
              <th scope="col" className="n">
                {t('lots.mass')}
              </th>
              <th scope="col" className="n">
                {t('lots.bags')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share, at) => (
              <tr key={share.site ?? 'unknown'}>
                <td>
                  <i
                    className={`share-key ${share.site === null ? 'share-unknown' : ''}`}
                    style={{ opacity: inkAt(at) }}
                    aria-hidden="true"
                  />
                  {share.site ? <AppLink to={`/sites/${share.site}`}>{nameOf(share)}</AppLink> : nameOf(share)}
                </td>
                <td className="n">{percent(share)}</td>
                <td className="n">
                  <MassText grams={share.grams} />
                </td>
                <td className="n">{numberText(language, share.bags)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Source>{t('lots.origin.source')}</Source>
    </Panel>
  )
}
/** Stronger ink for more mass; never so faint that it disappears. */
const inkAt = (at: number): number => Math.max(0.25, 1 - at * 0.22)

export function Tree({ trace }: { readonly trace: TraceAnswer }) {
  const { t } = useWords()
  const branches = branchesOf(trace)
  const names = new Map(trace.shares.map((share) => [share.site, share.siteName]))
  if (branches.length === 0) return null
  return (
    <Panel title={t('lots.tree')}>
      <ul className="tree">
        <Twig branches={branches} names={names} open />
      </ul>
    </Panel>
  )
}

const FIRST = 20
interface TwigProps {
  readonly branches: readonly Branch[]
  readonly names: ReadonlyMap<string | null, string | null>
  readonly open?: boolean
}
function Twig({ branches, names, open = false }: TwigProps) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? branches : branches.slice(0, FIRST)
  return (
    <>
      {shown.map((branch) => (
        <li key={branch.node.lot}>
          {branch.inputs().length === 0 ? (
            <div className="leaf">
              <Line branch={branch} names={names} />
            </div>
          ) : (
            <Limb branch={branch} names={names} open={open} />
          )}
        </li>
      ))}
      {branches.length > shown.length && (
        <li>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t('lots.tree.more', { n: branches.length - shown.length })}
          </Button>
        </li>
      )}
    </>
  )
}

/** What lies beneath is drawn only once it is unfolded: a lot may have thousands of bags. */
function Limb({ branch, names, open }: { readonly branch: Branch; readonly names: TwigProps['names']; readonly open: boolean }) {
  const { t } = useWords()
  const inputs = branch.inputs()
  const [isOpen, setOpen] = useState(open && inputs.length <= FIRST)
  return (
    <>
      <div className="leaf">
        <button
          type="button"
          className="unfold"
          aria-expanded={isOpen}
          aria-label={t('lots.tree.of', { n: inputs.length })}
          onClick={() => setOpen(!isOpen)}
        />
        <Line branch={branch} names={names} />
      </div>
      {isOpen && (
        <ul>
          <Twig branches={inputs} names={names} />
        </ul>
      )}
    </>
  )
}

function Line({ branch, names }: { readonly branch: Branch; readonly names: TwigProps['names'] }) {
  const { t } = useWords()
  const { node, drawnGrams } = branch
  const inputs = branch.inputs().length
  return (
    <>
      <AppLink to={`/lots/${node.lot}`}>{node.number}</AppLink>
      <span className="small">
        <LotKindText kind={node.kind} />
        {inputs > 0 && ` · ${t('lots.tree.of', { n: inputs })}`}
        {node.kind === 'bag' && ` · ${names.get(node.site) ?? t('lots.site.unknown')}`}
      </span>
      <b>
        <MassText grams={drawnGrams} />
      </b>
      {(node.state === 'quarantined' || node.state === 'voided') && <LotStateMark state={node.state} />}
    </>
  )
}
