/* Refus sur le dossier lui-même : étapes, plan, notes, horloges, champs. Un refus nomme ce qu’il faut faire, jamais ce qui est dans le dossier. */
export const caseFr = {
  'refusal.child-file-not-for-armed-body':
    'Le dossier d’un enfant qui était avec un groupe armé ne va à aucun corps armé. Choisissez un service civil de protection de l’enfance.',
  'refusal.unknown-case': 'Aucun dossier de ce numéro ne vous est ouvert. Revenez à votre liste de travail.',
  'refusal.case-not-so-far': 'Le dossier n’en est pas à cette étape. Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.case-not-open': 'Le dossier n’est pas ouvert à ce travail en ce moment. Rechargez la page pour voir où il en est.',
  'refusal.case-not-closed': 'Ce dossier n’est pas clos. La visite d’après clôture vient après : notez un suivi à la place.',
  'refusal.case-processing-stopped':
    'La personne concernée a retiré son consentement : plus rien ne s’écrit dans ce dossier. Il reste à lui demander si elle veut qu’il soit effacé ou scellé.',
  'refusal.case-worker-not-trained':
    'Cet acte demande une formation qui n’est pas enregistrée pour vous. Passez le dossier à une personne formée, ou faites enregistrer la vôtre.',
  'refusal.case-worker-not-active': 'Votre compte de gestion de cas n’est pas actif. Demandez à la supervision de l’activer.',
  'refusal.supervisor-must-agree': 'Cet acte revient à la supervision. Demandez-lui de le faire ou de décider.',
  'refusal.interview-not-safe':
    'L’entretien n’est pas sûr pour la personne concernée. Mettez-la d’abord à l’abri, ou convenez d’un autre lieu et d’un autre moment.',
  'refusal.screening-not-complete': 'Le dépistage n’est pas terminé. Finissez-le, ou notez pourquoi il s’est arrêté.',
  'refusal.information-not-given':
    'La personne n’a pas encore été informée de ses droits et des services ouverts à tous. Informez-la, puis cochez la case.',
  'refusal.case-without-consent':
    'La gestion du dossier demande le consentement de la personne concernée, et il manque ou ne tient plus. Posez-lui la question et notez sa réponse ; l’aide urgente n’attend pas.',
  'refusal.rapid-safety-missing': 'L’évaluation rapide de sécurité manque. Faites-la avant de terminer l’évaluation.',
  'refusal.vulnerability-missing': 'L’évaluation de la vulnérabilité manque. Faites-la avant de terminer l’évaluation.',
  'refusal.plan-not-ready': 'Ce plan n’est pas prêt : il lui faut au moins un objectif, et il ne doit pas être déjà soumis. Complétez-le.',
  'refusal.plan-not-submitted': 'Ce plan n’est pas soumis. La personne qui l’a écrit le soumet d’abord.',
  'refusal.plan-locked':
    'Un plan soumis ou approuvé ne se change plus. Écrivez-en une nouvelle version, ou demandez qu’il vous soit rendu.',
  'refusal.plan-approved-by-another-person': 'Vous avez écrit ce plan : une autre personne l’approuve. Demandez à la supervision.',
  'refusal.services-still-open':
    '{open} {open|service du plan est encore ouvert|services du plan sont encore ouverts}. Notez ce qu’il en est advenu, puis passez au suivi.',
  'refusal.unknown-service': 'Ce service n’est pas dans le plan. Rechargez la page, ou ajoutez-le dans une nouvelle version.',
  'refusal.unknown-goal': 'Cet objectif n’est pas dans le plan. Rechargez la page, ou ajoutez-le dans une nouvelle version.',
  'refusal.transfer-without-consent':
    'Le transfert demande le consentement de la personne concernée pour cet organisme. Posez-lui la question ; si elle refuse, le dossier reste ici.',
  'refusal.no-approved-plan': 'Aucun plan approuvé à réviser dans ce dossier. Rechargez la page pour voir où en est le plan.',
  'refusal.closure-not-ready':
    'La clôture n’est pas prête. Reprenez la liste : points à cocher, référencements, services et hébergement à terminer, tentatives de contact.',
  'refusal.closure-approved-by-another-person':
    'Vous avez demandé cette clôture : une autre personne l’approuve. Demandez à la supervision.',
  'refusal.reopening-needs-new-risk': 'Un dossier se rouvre pour une menace, une exploitation ou un besoin nouveau. Choisissez le motif.',
  'refusal.review-by-another-person': 'Vous suivez ce dossier : sa supervision revient à une autre personne. Demandez-lui de le relire.',
  'refusal.unknown-note': 'Cette note n’est pas dans le dossier. Rechargez la page.',
  'refusal.note-already-written': 'Cette note est déjà enregistrée. Rechargez la page.',
  'refusal.note-of-another-author': 'Cette note est d’une autre personne. Écrivez la vôtre, en nommant celle qu’elle corrige.',
  'refusal.note-closed': 'Le délai pour changer cette note est passé. Écrivez une nouvelle note qui la corrige.',
  'refusal.clock-already-paused': 'Ce délai est déjà suspendu. Reprenez-le avant de le suspendre à nouveau.',
  'refusal.clock-not-paused': 'Ce délai court déjà. Rechargez la page.',
  'refusal.unknown-conflict': 'Cette différence est déjà tranchée, ou n’existe pas. Rechargez la page pour voir la valeur retenue.',
  'refusal.field-need-by-owner': 'Seule la personne qui répond du dossier dit si l’identité est nécessaire sur le terrain.',
  'refusal.field-need-too-long': 'Ce jour est passé ou trop lointain : {most} jours au plus. Choisissez un jour plus proche.',
  'refusal.maturity-needs-a-reason':
    'Dire qu’une personne de cet âge comprend ce que consentir veut dire se justifie : écrivez ce que vous lui avez demandé et ce qu’elle a compris, puis renvoyez.',
  'refusal.choose-a-body': 'Choisissez l’organisme qui reçoit ce dossier, puis envoyez.',
  'refusal.body-without-keys':
    'Personne dans cet organisme n’a encore de clé : rien ne peut lui être scellé. Choisissez-en un autre, ou appelez-le.',
} as const
