import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { settlement } = controllers
const { prepare, hold, reopen, approve, decideCorrection, answerDispute } = MONEY_VERBS

router.get('/campagnes', [settlement.Runs, 'index']).use(allow(...MONEY))
router.get('/campagnes/nouvelle', [settlement.Runs, 'create']).use(allow(...prepare))
router.post('/campagnes', [settlement.Runs, 'store']).use(allow(...prepare))
router.get('/campagnes/:id', [settlement.Runs, 'show']).use(allow(...MONEY))
router.get('/campagnes/:id/lignes', [settlement.RunLines, 'index']).use(allow(...MONEY))
router.post('/campagnes/:id/calcul', [settlement.RunCalculation, 'store']).use(allow(...prepare))
router.post('/campagnes/:id/soumission', [settlement.RunSubmission, 'store']).use(allow(...prepare))
router.post('/campagnes/:id/approbation', [settlement.RunApproval, 'store']).use(allow(...approve))
router.post('/campagnes/:id/reouverture', [settlement.RunReopening, 'store']).use(allow(...reopen))
router.post('/campagnes/:id/abandon', [settlement.RunAbandonment, 'store']).use(allow(...prepare))
router.post('/campagnes/:id/retenues', [settlement.RunHolds, 'store']).use(allow(...hold))
router
  .post('/campagnes/:id/retenues/bloquees', [settlement.BlockedHolds, 'store'])
  .use(allow(...hold))
router.post('/campagnes/:id/retenues/levee', [settlement.RunHolds, 'destroy']).use(allow(...hold))
router.get('/regularisations', [settlement.Corrections, 'index']).use(allow(...MONEY))
router.get('/regularisations/:id', [settlement.Corrections, 'show']).use(allow(...MONEY))
router
  .post('/regularisations/:id/decision', [settlement.CorrectionDecisions, 'store'])
  .use(allow(...decideCorrection))
router.get('/reclamations', [settlement.Disputes, 'index']).use(allow(...MONEY))
router.get('/reclamations/:id', [settlement.Disputes, 'show']).use(allow(...MONEY))
router
  .post('/reclamations/:id/reponse', [settlement.DisputeAnswers, 'store'])
  .use(allow(...answerDispute))
router
  .post('/reclamations/:id/messages', [settlement.DisputeMessages, 'store'])
  .use(allow(...answerDispute))
router.get('/reclamations/:id/piece', [settlement.DisputeFiles, 'show']).use(allow(...MONEY))
