import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { reader } from '#app/portal/reader'

const { forms } = controllers.portal

router.get('/mes-fiches', [forms.OwnForms, 'index']).use(reader())
router.get('/mes-fiches/classeur', [forms.FormWorkbooks, 'create']).use(reader())
router.get('/mes-fiches/classeur/fichier', [forms.FormWorkbooks, 'show']).use(reader())
router.post('/mes-fiches/classeur', [forms.FormWorkbooks, 'store']).use(allow('association'))
router.get('/mes-fiches/classeur/:id', [forms.RefusedWorkbooks, 'show']).use(reader())
router.get('/mes-fiches/classeur/:id/erreurs', [forms.RefusedWorkbooks, 'index']).use(reader())
router.get('/mes-fiches/:saisineId', [forms.OwnForms, 'show']).use(reader())
router.post('/mes-fiches/:saisineId', [forms.OwnForms, 'store']).use(allow('association'))
// A trial writes nothing: it reads behind the wall, like a page.
router.post('/mes-fiches/:saisineId/essai', [forms.FormTrials, 'store']).use(reader())
router
  .post('/mes-fiches/:saisineId/brouillon', [forms.FormDrafts, 'store'])
  .use(allow('association'))
