/* Proposals of rules: the one that waits, with the answer of another person, and those that were. */
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { ProposalShown } from '../../contract-rules.ts'
import { amountText, itemText, ruleText, rulesAtOdds, saidOf } from './rule-labels.ts'

export function Changes({ changes }: { readonly changes: ProposalShown['changes'] }) {
  const { t, language } = useWords()
  return (
    <ul>
      {changes.map((one) =>
        'list' in one ? (
          <li key={one.list}>
            {saidOf(
              ruleText(one.list, language),
              one.items.map((item) => itemText(item, language)).join(', ') || t('case-rules.none'),
              language,
            )}
          </li>
        ) : (
          <li key={one.key}>{saidOf(ruleText(one.key, language), amountText(one.key, one.value, language), language)}</li>
        ),
      )}
    </ul>
  )
}
function Proposal({ proposal }: { readonly proposal: ProposalShown }) {
  const { t } = useWords()
  const { changes, from, evidence, source, reason, proposedAs, proposedAt, answeredAs, answeredAt, inForceFrom, state } = proposal
  return (
    <>
      <p>
        <strong>{t(`case-rules.state.${state}`)}</strong> · {t('case-rules.from.day', { day: dateText(inForceFrom ?? from) })}
      </p>
      <Changes changes={changes} />
      <p className="small">
        {t('case-rules.because', { mark: evidence, source, reason })}
        <br />
        {t('case-rules.by', { who: t(`case-rules.as.${proposedAs}`), when: instantText(proposedAt) })}
        {answeredAs !== null &&
          answeredAt !== null &&
          ` · ${t('case-rules.answered', { who: t(`case-rules.as.${answeredAs}`), when: instantText(answeredAt) })}`}
      </p>
    </>
  )
}

interface WaitingProps {
  readonly waiting: ProposalShown
  readonly mayAnswer: boolean
  readonly done: () => void
}
export function Waiting({ waiting, mayAnswer, done }: WaitingProps) {
  const { t, language } = useWords()
  const { send, sending, error } = useCommand<object>('/api/case-rules/answers')
  const odds = rulesAtOdds(error, language)
  const answer = async (step: 'confirm' | 'decline') => {
    const receipt = await send({ proposal: waiting.proposal, step }).catch(() => null)
    if (receipt !== null) done()
  }
  return (
    <Panel title={t('case-rules.waiting')}>
      <div className="stack">
        <Proposal proposal={waiting} />
        {waiting.isOwn && <Note>{t('case-rules.own')}</Note>}
        {error && <ErrorState error={error} />}
        {odds !== null && <Note>{t('case-rules.at-odds', odds)}</Note>}
        {mayAnswer && (
          <div className="form-actions">
            <Button busy={sending} onClick={() => void answer('decline')}>
              {t(waiting.isOwn ? 'case-rules.take-back' : 'case-rules.decline')}
            </Button>
            {!waiting.isOwn && (
              <Button kind="primary" busy={sending} onClick={() => void answer('confirm')}>
                {t('case-rules.confirm')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  )
}

export function History({ proposals }: { readonly proposals: readonly ProposalShown[] }) {
  const { t } = useWords()
  return (
    <Panel title={t('case-rules.history')}>
      {proposals.length === 0 && <p className="small">{t('case-rules.history.none')}</p>}
      <ol className="plain-list stack">
        {proposals.map((one) => (
          <li key={one.proposal}>
            <Proposal proposal={one} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}
