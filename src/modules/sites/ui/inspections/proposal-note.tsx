/* The provisional proposal, by the same function that the server will use when the team signs. */
import { Note } from '../../../../app/kit/panel.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Preview } from './questions.ts'

export function ProposalNote({ preview }: { readonly preview: Preview }) {
  const { t } = useWords()
  const { proposal, ifRestIsMet, open } = preview
  const complete = proposal.result !== 'incomplete'
  return (
    <Note tone={ifRestIsMet === 'red' ? 'red' : ifRestIsMet === 'yellow' ? 'warn' : 'calm'}>
      <span className="row tight" role="status">
        <span>{complete ? t('inspect.preview') : t('inspect.preview.open', { n: open })}</span>
        <StatusMark colour={ifRestIsMet} />
        {complete && proposal.because.length > 0 && (
          <span className="small">{t('inspect.preview.because', { criteria: proposal.because })}</span>
        )}
        {proposal.repeated.length > 0 && <span className="small">{t('inspect.preview.repeated', { criteria: proposal.repeated })}</span>}
        {proposal.reviewOn.length > 0 && <span className="small">{t('inspect.preview.review', { criteria: proposal.reviewOn })}</span>}
      </span>
    </Note>
  )
}
