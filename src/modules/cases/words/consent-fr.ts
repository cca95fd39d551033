/* Refus sur le consentement, la dérogation et le référencement. Chaque réponse du consentement a sa phrase : après « non » on ne fait pas la même chose qu’après « pas demandé ». */
export const consentFr = {
  'refusal.consent-not-asked':
    'La question n’a pas encore été posée à la personne concernée pour ce but et ce destinataire. Posez-la-lui, puis notez sa réponse.',
  'refusal.consent-refused': 'La personne concernée a dit non. Rien ne part. Proposez-lui un autre service ; l’aide ici ne change pas.',
  'refusal.consent-withdrawn':
    'La personne concernée a retiré ce consentement. Rien ne part. Ne le redemandez que si elle en parle d’elle-même.',
  'refusal.consent-not-yet-valid': 'Ce consentement ne vaut pas encore. Attendez le moment dit par la personne concernée.',
  'refusal.consent-expired': 'Ce consentement est arrivé à son terme. Demandez à la personne concernée si elle veut le renouveler.',
  'refusal.consent-not-given-by-who-may':
    'À cet âge, ce consentement doit venir aussi d’une autre personne, ou l’assentiment de l’enfant manque. Complétez-le, ou proposez une décision dans l’intérêt supérieur de l’enfant.',
  'refusal.consent-withheld-from-recipient':
    'La personne concernée ne veut pas que cet organisme reçoive quoi que ce soit. Choisissez avec elle un autre destinataire.',
  'refusal.consent-does-not-cover-fields':
    'Le consentement ne couvre pas tout ce qui serait envoyé. Retirez ces champs, ou demandez à la personne concernée.',
  'refusal.consent-already-recorded': 'Ce consentement est déjà enregistré. Rechargez la page.',
  'refusal.consent-ends-before-it-begins': 'La fin du consentement vient avant son début. Corrigez les dates.',
  'refusal.consent-item-id-reused': 'Une réponse porte un numéro qui a déjà servi. Ouvrez à nouveau le formulaire et renvoyez.',
  'refusal.consent-item-cannot-be-asked-so':
    'Une question ne peut pas être posée ainsi : son but ne va pas avec ce destinataire, ce service ou cette étendue. Corrigez-la.',
  'refusal.unknown-consent': 'Ce consentement n’est pas dans le dossier. Rechargez la page.',
  'refusal.unknown-consent-item': 'Cette réponse n’est pas dans ce consentement. Rechargez la page.',
  'refusal.consent-already-withdrawn':
    'Ce consentement est déjà retiré : les envois qui en dépendaient sont arrêtés. Il n’y a rien à faire.',
  'refusal.no-consent-expired': 'Aucun consentement arrivé à terme ne porte un envoi ouvert. Il n’y a rien à faire.',
  'refusal.best-interests-for-children-only':
    'La décision dans l’intérêt supérieur vaut pour un enfant. À une personne adulte, posez la question.',
  'refusal.best-interests-not-proposed': 'Rien n’est proposé. Une personne formée propose d’abord la décision, avec son motif.',
  'refusal.best-interests-by-another-person':
    'Vous avez proposé cette décision : une autre personne l’approuve. Demandez à la supervision.',
  'refusal.consent-override-not-yours':
    'Votre fonction ne permet pas de passer outre à un consentement. Appelez tout de suite une personne qui le peut.',
  'refusal.purpose-cannot-be-overridden':
    'Pour ce but, rien ne remplace le consentement : seul un danger pour la vie le peut, et ce but ne protège pas une vie. Demandez à la personne concernée.',
  'refusal.override-ground-for-children-only':
    'Ce motif vaut pour un enfant. Pour une personne adulte, seul un danger immédiat le permet : changez le motif, ou demandez son consentement.',
  'refusal.consent-override-already-made': 'Cette dérogation est déjà enregistrée. Rechargez la page.',
  'refusal.consent-given-no-override-needed': 'La personne concernée a consenti à cet envoi. Envoyez-le sans dérogation.',
  'refusal.unknown-consent-override': 'Cette dérogation n’est pas dans le dossier. Rechargez la page.',
  'refusal.consent-override-not-open': 'Cette dérogation est déjà confirmée ou finie. Rechargez la page.',
  'refusal.override-confirmed-by-another-person':
    'Vous avez fait cette dérogation : une autre personne la confirme. Prévenez-la tout de suite.',
  'refusal.override-confirmed-too-late':
    'Le délai de confirmation est passé : ce qui a été envoyé doit être repris. Si le danger dure, faites une nouvelle dérogation.',
  'refusal.consent-override-still-open': 'Le délai de confirmation court encore. La dérogation ne finit pas avant.',
  'refusal.unknown-referral': 'Aucun référencement de ce numéro ne vous est ouvert. Revenez à la liste.',
  'refusal.referral-not-so-far':
    'Le référencement n’en est pas à cette étape. Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.referral-without-consent':
    'Un référencement part avec le consentement de la personne concernée, pour ce service et cet organisme. Posez-lui la question.',
  'refusal.referral-answered-by-recipient-only': 'Seul l’organisme qui a reçu ce référencement y répond. Appelez-le s’il tarde.',
  'refusal.referral-belongs-to-its-sender': 'Seul l’organisme qui a écrit ce référencement l’envoie ou le retire. Prévenez-le.',
  'refusal.referral-of-others': 'Ce référencement est entre d’autres organismes. Adressez-vous à l’un d’eux.',
  'refusal.referral-still-in-time': 'Le délai de réponse court encore. Attendez, ou retirez le référencement.',
  'refusal.referral-answer-due-in-the-past': 'La réponse est demandée pour un moment déjà passé. Choisissez un moment à venir.',
  'refusal.package-without-sending':
    'Ce qui est scellé pour un organisme part avec le référencement, au moment de l’envoi. Ouvrez le référencement et envoyez-le à nouveau.',
} as const
