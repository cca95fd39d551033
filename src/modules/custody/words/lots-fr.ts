/* Les phrases des actes entre le puits et le port : achat, transport, réception, dépôt, traitement, saisie, scellés. */
export const lotsFr = {
  'refusal.unknown-purchase': 'Vous ne voyez aucun achat de cet identifiant. Vérifiez le numéro ; s’il est à d’autres, demandez-leur.',
  'refusal.unknown-processing':
    'Vous ne voyez aucun traitement de cet identifiant. Vérifiez le numéro ; s’il est à d’autres, demandez-leur.',
  'refusal.lot-seized':
    'Le lot {number} est bloqué : le lot {source} est saisi par une autorité. Rien ne bouge avant que l’autorité lève la saisie.',
  'refusal.lot-rejected':
    'Le destinataire a refusé le lot {number}, qui n’est pas encore revenu. Reprenez-le d’abord avec son poids, puis recommencez.',
  'refusal.trade-is-suspended':
    'Pour {number}, le commerce est suspendu depuis le {since} avec une des parties ou un site d’origine. Ne vendez pas et n’envoyez pas, ou écrivez pourquoi vous le faites quand même ; le certificat sera refusé tant que la suspension dure.',
  'refusal.paper-expired':
    'Le papier {paper} n’est plus valable depuis le {validUntil}. Prenez un papier valable, ou écrivez pourquoi le lot part quand même.',
  'refusal.one-side-twice':
    'Pour le lot {number}, la même organisation signe des deux côtés. La deuxième signature est celle de qui a apporté la marchandise.',
  'refusal.nothing-to-answer': 'Pour {number}, aucune signature n’est attendue. Rien à refaire.',
  'refusal.not-the-sender': 'Le lot {number} n’a pas été envoyé par votre organisation. Seul l’expéditeur répond à cette réception.',
  'refusal.nothing-to-take-back': 'Le lot {number} n’est ni en route ni refusé. Il n’y a rien à reprendre.',
  'refusal.not-on-the-way': 'Le lot {number} n’est pas en route. Un trajet s’inscrit entre l’envoi et la réception.',
  'refusal.not-of-this-act': 'Votre organisation n’est pas partie à {number}. Demandez à l’une des deux parties de le faire.',
  'refusal.for-an-authority':
    'Seule une autorité saisit le lot {number} ou lève une saisie. Si vous êtes partie au commerce, demandez au service compétent.',
  'refusal.already-seized': 'Le lot {number} est déjà saisi par l’acte {paper}.',
  'refusal.not-seized': 'Le lot {number} n’est pas saisi. Il n’y a rien à lever.',
  'refusal.already-stored': 'Le lot {number} est déjà dans un dépôt. Sortez-le d’abord avec son poids.',
  'refusal.not-stored': 'Le lot {number} n’est dans aucun dépôt. Il n’y a rien à sortir.',
  'refusal.not-an-export-lot': 'Le lot {number} n’est pas un lot d’exportation. Formez d’abord le lot d’exportation, puis scellez-le.',
  'refusal.no-packages': 'Le lot {number} se scelle en un colis au moins. Indiquez le nombre de colis.',
  'refusal.not-the-sellers':
    'Le lot {number} n’est ni détenu par le vendeur ni à lui, ou pas en ses mains pour une remise immédiate. Vérifiez le vendeur et le lot.',
  'refusal.processing-already-recorded': 'Ce traitement est déjà enregistré sous le numéro {number}. Rien à refaire.',
  'refusal.no-outputs': 'Le traitement {number} ne donne rien. Ajoutez au moins un produit avec son poids.',
  'refusal.output-number-twice': 'Deux produits portent le numéro {number}. Donnez à chacun le sien.',
  'refusal.output-is-empty': 'Le produit {number} ne pèse rien. Indiquez son poids, ou retirez la ligne.',
  'refusal.split-of-one': 'Le partage {number} se fait d’un seul lot en deux parts ou plus. Pour réunir plusieurs lots, formez un lot.',
  'refusal.too-many-outputs': 'Le traitement {number} ne prend que {drawnGrams} g, moins d’un gramme par produit. Vérifiez les masses.',
  'refusal.moisture-not-valid': 'Dans le traitement {number}, une humidité dépasse 100 %. Vérifiez les pourcentages.',
  'refusal.purchase-already-recorded': 'Cet achat est déjà enregistré sous le numéro {number}. Rien à refaire.',
  'refusal.purchase-number-taken': 'Le numéro {number} est déjà celui d’un autre achat. Donnez le numéro du bordereau.',
  'refusal.same-party': 'Dans l’achat {number}, le vendeur et l’acheteur sont la même organisation. Choisissez deux parties.',
  'refusal.currency-not-valid': 'La monnaie {currency} s’écrit en trois lettres : USD, CDF, RWF.',
  'refusal.seller-says-so':
    'Achat {number} : c’est le vendeur qui cède la marchandise. Enregistrez l’achat sans remise ni signature du vendeur, il confirmera depuis son propre compte ; ou laissez-le enregistrer la vente.',
  'refusal.second-signature-needed-for-handing-over':
    'L’achat {number} remet la marchandise tout de suite : l’autre partie doit signer aussi. Indiquez sa fonction, ou remettez plus tard.',

  'finding.F13.rejected-before-sent': 'Le refus ({downstreamOn}) précède l’envoi ({upstreamOn}).',
  'finding.F13.rejected-in-the-future': 'Le refus est daté du {upstreamOn}, après le jour où il nous est connu ({downstreamOn}).',
  'finding.F13.taken-back-before-sent': 'La reprise ({downstreamOn}) précède l’étape d’avant ({upstreamOn}).',
  'finding.F13.taken-back-in-the-future': 'La reprise est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F13.stored-before-last-step': 'L’entrée au dépôt ({downstreamOn}) précède l’étape d’avant ({upstreamOn}).',
  'finding.F13.stored-in-the-future':
    'L’entrée au dépôt est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F13.left-depot-before-last-step': 'La sortie du dépôt ({downstreamOn}) précède l’étape d’avant ({upstreamOn}).',
  'finding.F13.left-depot-in-the-future':
    'La sortie du dépôt est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F13.bought-before-formed': 'L’achat ({downstreamOn}) précède le jour où le lot a été formé ou pesé ({upstreamOn}).',
  'finding.F13.bought-in-the-future': 'L’achat est daté du {upstreamOn}, après le jour où il nous est connu ({downstreamOn}).',
  'finding.P04': 'Masse sèche du traitement : {beforeGrams} g entrés, {afterGrams} g sortis. L’écart dépasse ce qu’on attend.',
  'finding.P05': '{element} contenu dans le traitement : {beforeGrams} g entrés, {afterGrams} g sortis. L’écart dépasse ce qu’on attend.',
  'finding.P06': 'Le lot est parti le {sentOn} sous le papier {paper}, qui n’était plus valable depuis le {validUntil}.',
  'finding.P07': 'Les deux parties ne sont pas d’accord sur les poids : {sentGrams} g envoyés, {receivedGrams} g reçus.',
  'finding.P12': 'Parti ou vendu malgré la suspension du commerce en cours depuis le {since}. Raison écrite : {reason}',
  'finding.P08': 'Le dernier achat connu du lot {number} en fait la marchandise d’une autre organisation que le vendeur.',
  'finding.P09':
    'La masse a été corrigée de {beforeGrams} g à {afterGrams} g, plus qu’une faute de plume. Une deuxième personne doit la confirmer en levant la quarantaine.',
} as const
