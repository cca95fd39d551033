/* Refus sur l’identification et l’intérêt supérieur de l’enfant. Des indices ne sont jamais un verdict, et l’aide n’attend aucune de ces étapes. */
export const identificationFr = {
  'refusal.assessment-not-there': 'Les indices de ce dépistage n’ont pas été calculés. Ouvrez le dépistage, terminez-le, puis renvoyez.',
  'refusal.identification-not-so-far':
    'L’identification n’en est pas à cette étape : dépistage, présomption, relecture, détermination. Faites d’abord l’étape qui précède ; l’aide n’attend pas.',
  'refusal.second-person-for-review': 'Vous avez posé la présomption : une autre personne la relit. Demandez à la supervision.',
  'refusal.not-qualified-to-review':
    'La relecture des indices demande une qualification qui n’est pas enregistrée pour vous. Confiez-la à la supervision.',
  'refusal.second-person-for-determination': 'Vous avez posé la présomption : une autre personne prend la détermination.',
  'refusal.body-not-competent-to-identify':
    'Votre organisme ne peut pas déclarer une victime identifiée : la liste des organismes compétents est réglée par le pays. La personne reste présumée victime et l’aide continue ; transmettez avec son consentement.',
  'refusal.identification-day-in-the-future': 'Le {day} n’est pas encore passé. Corrigez la date.',
  'refusal.own-determination-needs-its-steps':
    'Cette décision est celle de votre propre organisme : elle se prend étape par étape, et ne se note pas comme venue d’ailleurs.',
  'refusal.best-interests-not-so-far':
    'La procédure d’intérêt supérieur n’en est pas à cette étape. Rechargez la page ; lit, soins et référencements n’attendent pas.',
  'refusal.determination-is-mandatory': 'Pour cet enfant, une détermination de l’intérêt supérieur est obligatoire. Convoquez le comité.',
  'refusal.no-determination-by-another-person':
    'Qu’aucune détermination n’est nécessaire se note par une autre personne que celle qui présente ou a évalué l’enfant. Demandez-le à une collègue de l’équipe ou à la supervision.',
  'refusal.panel-not-complete':
    'Le comité n’est pas complet : assez de membres, plusieurs métiers, un compte ouvert et l’engagement de l’année signé pour chacun, et la personne qui suit l’enfant présente sans voter. Complétez-le.',
  'refusal.panel-recorded-by-another-person':
    'Ce que le comité a décidé est noté par quelqu’un d’autre que la personne qui suit l’enfant. Demandez-le à un membre du comité ou à la supervision.',
  'refusal.panel-did-not-decide':
    'Trop peu de membres du comité ont voté, ou une voix n’est pas d’un membre. Réunissez le comité et notez les voix.',
  'refusal.child-not-heard': 'L’avis de l’enfant manque. Écoutez-le selon son âge, puis notez-le avant de décider.',
  'refusal.review-too-late': 'Le réexamen est fixé trop tard, ou avant la mise en œuvre. Choisissez une date plus proche.',
  'refusal.review-not-due': 'Le réexamen n’est pas encore dû. Si la situation change avant, dites-le à la supervision.',
  'refusal.unknown-signal': 'Ce signal n’existe pas, ou n’est pas le vôtre. Ouvrez la liste de vos signaux.',
  'refusal.signal-withdrawn-already': 'Ce signal est déjà retiré. Rechargez la page.',
  'refusal.signal-day-in-the-future': 'Le {day} n’est pas encore passé. Corrigez la date du signal.',
} as const
