/* Ce que disent les refus des étiquettes, en français. Entre accolades : les faits du refus. */
export const tagsFr = {
  'refusal.tag-code-empty': 'Aucun code lu. Visez de nouveau le code de l’étiquette, ou tapez son numéro.',
  'refusal.tag-code-of-something-else':
    'Ce code n’est pas celui d’une étiquette ({read}). Visez le code imprimé sur l’étiquette du sac, ou tapez son numéro.',
  'refusal.tag-check-digit-wrong':
    'Numéro mal lu : {tag} devrait finir par {expected}, pas par {read}. Relisez chaque chiffre sur l’étiquette.',
  'refusal.tag-key-digit-wrong':
    'Code GS1 mal lu : la clé {key} devrait finir par {expected}, pas par {read}. Lisez-le de nouveau, ou tapez le numéro de l’étiquette.',
  'finding.F03.activated-other-agent':
    'L’étiquette {tag} a été employée le {usedOn} par un autre agent que celui à qui elle avait été remise ce jour-là.',
  'finding.F03.activated-nobody': 'L’étiquette {tag} a été employée le {usedOn} sans avoir été sortie du coffre pour ce jour.',
  'refusal.gs-key-not-valid':
    'Cette clé GS1 ne convient pas : 13 chiffres (GRAI) ou 14 (GTIN), chiffre de contrôle juste, et un numéro d’étiquette de 16 ou 20 signes au plus. Corrigez-la, ou laissez-la vide : elle n’est pas obligatoire.',
  'refusal.tags-given-already': 'Les étiquettes {first} à {last} sont déjà données à un site. Choisissez une plage libre du lot.',
  'refusal.beyond-tag-quota':
    '{quantity} étiquettes dépassent le quota du site : il en reste {left}. Diminuez le nombre, ou fixez un nouveau quota d’après une inspection.',
  'refusal.unknown-tag-request':
    'Vous ne voyez aucune demande d’étiquettes de cet identifiant. Vérifiez l’adresse, ou demandez à qui l’a faite.',
  'refusal.tag-request-not-approved':
    'Cette demande n’est pas approuvée, ou elle est déjà close. Approuvez un nombre avant d’attribuer une plage.',
  'refusal.tag-request-of-other-tags':
    'La demande est d’un autre site ou d’un autre type d’étiquettes. Choisissez un lot qui lui convient.',
  'refusal.more-tags-than-approved':
    '{quantity} étiquettes sont plus que ce qui reste à attribuer ({left}). Choisissez une plage plus courte.',
  'refusal.no-tags-to-destroy':
    'De {from} à {to}, aucune étiquette ne peut être détruite : seules celles de sacs vidés, endommagées ou nulles le peuvent.',
  'refusal.baseline-already-reported': 'Ce rapport de référence est déjà enregistré. Rien à refaire.',
  'refusal.baseline-without-production': 'Indiquez la production d’au moins un minerai, chaque minerai une seule fois.',
  'refusal.baseline-in-the-future': 'Le comptage est daté du {observedOn}, qui n’est pas encore là. Corrigez la date.',
  'refusal.unknown-baseline': 'Vous ne voyez aucun rapport de référence de cet identifiant.',
  'refusal.baseline-already-decided': 'Ce rapport est déjà validé ou rejeté. Pour le remplacer, enregistrez un nouveau comptage.',
  'refusal.baseline-of-your-own': 'Vous avez fait ce rapport. Demandez à une autre personne habilitée de le valider ou de le rejeter.',
  'refusal.tag-request-already-made': 'Cette demande est déjà enregistrée. Rien à refaire.',
  'refusal.not-of-this-site':
    'Votre organisation ne tient pas de clé du coffre de ce site, et le site n’est pas de votre territoire. Faites nommer les trois détenteurs de clé d’abord.',
  'refusal.tag-request-not-so-far': 'La demande n’en est pas à cette étape. Rechargez la page pour voir où elle en est.',
  'refusal.tag-request-of-your-own': 'Vous avez fait cette demande. Demandez à une autre personne habilitée de l’approuver.',
  'refusal.site-receives-no-tags-now':
    'Le statut du site n’autorise pas d’étiquettes aujourd’hui. Attendez un arrêté, ou rejetez la demande avec ce motif.',
  'refusal.more-than-proposed': '{quantity} étiquettes sont plus que la proposition ({proposed}). Donnez un motif, ou approuvez moins.',
  'refusal.tags-on-the-way': '{assigned} étiquettes sont déjà attribuées à cette demande. Comptez-les à la réception au lieu d’annuler.',
  'refusal.no-tags-on-the-way': 'Aucune étiquette n’est attribuée à cette demande. Attendez l’attribution avant de confirmer la réception.',
  'refusal.tag-quota-without-basis':
    'Un quota tient à une inspection ou à un rapport de référence validé de ce site ({basisId} n’en est pas un). Choisissez-en un.',
  'refusal.three-different-key-holders': 'Les trois clés sont à trois organisations différentes. Choisissez-en trois.',
  'refusal.nothing-counted': 'Aucun nombre n’est donné. Indiquez au moins un comptage ; écrivez 0 s’il n’y en a pas.',
  'refusal.count-in-the-future': 'Le comptage est daté du {day}, qui n’est pas encore là. Corrigez le jour.',
  'refusal.tags-not-of-this-site': 'Ces numéros ne sont pas tous donnés à ce site. Choisissez une plage qui lui a été attribuée.',
  'refusal.activation-not-for-this-day': 'Des étiquettes se sortent du coffre pour aujourd’hui ou pour demain, pas pour le {day}.',
  'refusal.tag-not-free': 'L’étiquette {tag} est déjà employée ou déclarée. Choisissez une plage sans elle.',
  'refusal.tags-activated-already':
    'Des étiquettes de cette plage, à partir de {first}, sont déjà sorties pour le {day}. Choisissez une autre plage.',
  'refusal.too-many-labels': 'Imprimez au plus {most} étiquettes à la fois. Choisissez une plage plus courte.',
} as const
