import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { statements } = controllers
const { prepare } = MONEY_VERBS

router.post('/campagnes/:id/emission', [statements.RunIssue, 'store']).use(allow(...prepare))
router.get('/campagnes/:id/documents.zip', [statements.RunArchive, 'show']).use(allow(...MONEY))
router.get('/documents/:id', [statements.Documents, 'show']).use(allow(...MONEY))
