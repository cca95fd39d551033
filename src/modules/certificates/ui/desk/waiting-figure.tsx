/*
On the home page: to those who certify or oversee, how many dossiers nobody has decided yet; to an exporter, those that were sent back or refused and
wait for itself. The number opens the desk, which lists them.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { Redelivery } from '../../contract-issuing.ts'
import { exporterTurn } from './exporter-turn.ts'

interface Page {
  readonly dossiers: readonly object[]
  readonly next: string | null
}

export function WaitingFigure() {
  const me = useMe().data
  if (!me) return null
  const certifies = ['certificates.verify', 'certificates.validate'].some((one) => me.capabilities.includes(one))
  return !certifies && me.capabilities.includes('certificates.prepare') ? <WaitsForExporter /> : <WaitsForAuthority />
}

/** To an exporter: what it has to do itself, not the work of those who certify. */
function WaitsForExporter() {
  const { t } = useWords()
  const returned = useAnswer<Page>('/api/dossiers?state=revision-requested').data
  const refused = useAnswer<Page>('/api/dossiers?state=refused').data
  const anew = useAnswer<{ readonly certificates: readonly Pick<Redelivery, 'next'>[] }>('/api/redeliveries').data
  if (!returned || !refused || !anew) return null
  const { n, ...told } = exporterTurn({ returned: returned.dossiers, refused: refused.dossiers, redeliveries: anew.certificates })
  return <Figure number={n} label={t('desk.home.mine', { n })} source={t('desk.home.mine.rule', told)} to="/certificates" />
}

function WaitsForAuthority() {
  const { t } = useWords()
  const open = useAnswer<Page>('/api/dossiers?state=open').data
  const recommended = useAnswer<Page>('/api/dossiers?state=recommended').data
  if (!open || !recommended) return null
  const n = open.dossiers.length + recommended.dossiers.length
  const more = open.next !== null || recommended.next !== null
  return (
    <Figure
      number={n}
      label={t(more ? 'desk.home.more' : 'desk.home', { n })}
      source={t('desk.home.rule', { open: open.dossiers.length, recommended: recommended.dossiers.length })}
      to="/certificates"
    />
  )
}
