"""Who may do what at every address of this site. One line per route.

    route as Django knows it -> an address of it: METHOD who, METHOD who

`*` stands for every method that the view knows; one not named is answered 405. Who:
    all         everybody                      any         depends on the form it shows
    members     whoever is signed in           owner       whose thing it is, alone
    writers     authors, publishers, admin     publishers  publishers, admin
    editors     writers and fact-checkers      admin       the administrator
    login       led to the one log-in page     none        there is nothing (404)
    nobody      an empty body, or an unknown id, gets nobody anywhere
"""

TABLE = r"""
healthz -> /healthz: * all
readyz -> /readyz: * all
.well-known/security.txt -> /.well-known/security.txt: GET none
security-policy.txt -> /security-policy.txt: GET all
sitemap.xml -> /sitemap.xml: GET all
_util/login/ -> /_util/login/: * login
documents/^(\d+)/(.*)$ -> /documents/{document}/hidden.txt: * any
documents/authenticate_with_password/<int:restriction_id>/ -> /documents/authenticate_with_password/{restriction}/: * any
^media/(?P<path>.*)$ -> /media/documents/hidden.txt: * none
api/content/openapi.json -> /api/content/openapi.json: * all
api/content/docs/ -> /api/content/docs/: * all
api/content/pages/ -> /api/content/pages/: GET all, POST nobody
api/content/pages/find/ -> /api/content/pages/find/: GET none
api/content/pages/<page_id>/ -> /api/content/pages/{page}/: GET any, PATCH writers, DELETE publishers
api/content/pages/<page_id>/revisions/ -> /api/content/pages/{page}/revisions/: GET writers
api/content/pages/<page_id>/revisions/<revision_id>/ -> /api/content/pages/{page}/revisions/{revision}/: GET writers
api/content/pages/<page_id>/actions/publish/ -> /api/content/pages/{page}/actions/publish/: POST publishers
api/content/pages/<page_id>/actions/unpublish/ -> /api/content/pages/{page}/actions/unpublish/: POST publishers
api/content/pages/<page_id>/actions/copy/ -> /api/content/pages/{page}/actions/copy/: POST publishers
api/content/pages/<page_id>/actions/move/ -> /api/content/pages/{page}/actions/move/: POST nobody
api/content/pages/<page_id>/actions/delete/ -> /api/content/pages/{page}/actions/delete/: DELETE publishers
api/content/pages/<page_id>/actions/revert/ -> /api/content/pages/{page}/actions/revert/: POST nobody
api/content/pages/<page_id>/actions/convert_alias/ -> /api/content/pages/{page}/actions/convert_alias/: POST writers
api/content/pages/<page_id>/actions/create_alias/ -> /api/content/pages/{page}/actions/create_alias/: POST publishers
api/content/pages/<page_id>/actions/copy_for_translation/ -> /api/content/pages/{page}/actions/copy_for_translation/: POST nobody
api/content/schema/ -> /api/content/schema/: GET members
api/content/schema/<type_name>/ -> /api/content/schema/guide.ArticlePage/: GET members
api/content/sites/ -> /api/content/sites/: GET admin, POST nobody
api/content/sites/<site_id>/ -> /api/content/sites/{site}/: GET admin, PUT nobody, DELETE admin
api/content/whoami/ -> /api/content/whoami/: GET members
api/content/redirects/ -> /api/content/redirects/: GET all, POST nobody
api/content/redirects/find/ -> /api/content/redirects/find/: GET none
api/content/redirects/<redirect_id>/ -> /api/content/redirects/1/: GET none, PUT nobody, DELETE nobody
api/content/snippets/<type>/ -> /api/content/snippets/guide.Claim/: GET nobody, POST nobody
api/content/snippets/<type>/<pk>/ -> /api/content/snippets/guide.Claim/{rule_set}/: GET nobody, PATCH nobody, DELETE nobody
api/content/snippets/<type>/<pk>/revisions/ -> /api/content/snippets/guide.Claim/{rule_set}/revisions/: GET nobody
api/content/snippets/<type>/<pk>/revisions/<revision_id>/ -> /api/content/snippets/guide.Claim/{rule_set}/revisions/{revision}/: GET nobody
api/content/snippets/<type>/<pk>/actions/delete/ -> /api/content/snippets/guide.Claim/{rule_set}/actions/delete/: DELETE nobody
api/content/snippets/<type>/<pk>/actions/publish/ -> /api/content/snippets/guide.Claim/{rule_set}/actions/publish/: POST nobody
api/content/snippets/<type>/<pk>/actions/unpublish/ -> /api/content/snippets/guide.Claim/{rule_set}/actions/unpublish/: POST nobody
api/content/snippets/<type>/<pk>/actions/revert/ -> /api/content/snippets/guide.Claim/{rule_set}/actions/revert/: POST nobody
api/content/snippets/<type>/<pk>/actions/copy_for_translation/ -> /api/content/snippets/guide.Claim/{rule_set}/actions/copy_for_translation/: POST nobody
api/content/documents/ -> /api/content/documents/: GET all, POST nobody
api/content/documents/<document_id>/ -> /api/content/documents/{document}/: GET publishers, PATCH publishers, DELETE publishers
api/content/images/ -> /api/content/images/: GET all, POST nobody
api/content/images/<image_id>/ -> /api/content/images/1/: GET none, PATCH nobody, DELETE nobody
api/content/ -> /api/content/: * none
api/v1/openapi.json -> /api/v1/openapi.json: * all
api/v1/docs -> /api/v1/docs: * all
api/v1/frameworks -> /api/v1/frameworks: GET all
api/v1/frameworks/<slug> -> /api/v1/frameworks/django: GET all
api/v1/comparisons -> /api/v1/comparisons: GET all
api/v1/comparisons/<slug> -> /api/v1/comparisons/{table}: GET all
api/v1/claims -> /api/v1/claims: GET all
api/v1/claims/<slug> -> /api/v1/claims/{claim}: GET all
api/v1/lab -> /api/v1/lab: GET all
api/v1/lab/<run> -> /api/v1/lab/x: GET none
api/v1/questionnaire -> /api/v1/questionnaire: GET all
api/v1/rulesets -> /api/v1/rulesets: GET all
api/v1/rulesets/<version> -> /api/v1/rulesets/1: GET all
api/v1/evaluations -> /api/v1/evaluations: POST all
api/v1/analyses -> /api/v1/analyses: POST all
api/v1/recommendations -> /api/v1/recommendations: GET members, POST members
api/v1/recommendations/<id> -> /api/v1/recommendations/{saved}: GET owner, PATCH owner, DELETE owner
api/v1/recommendations/<id>/share -> /api/v1/recommendations/{saved}/share: POST owner, DELETE owner
api/v1/recommendations/<id>/rerun -> /api/v1/recommendations/{saved}/rerun: POST owner
api/v1/recommendations/<id>/adr -> /api/v1/recommendations/{saved}/adr: GET owner
api/v1/shared/<token> -> /api/v1/shared/{share}: GET all
api/v1/me -> /api/v1/me: GET members, DELETE members
api/v1/me/export -> /api/v1/me/export: GET members
api/v1/me/tokens -> /api/v1/me/tokens: GET members, POST members
api/v1/me/tokens/<id> -> /api/v1/me/tokens/{public_token}: DELETE owner
api/v1/ -> /api/v1/: * none
^api/ -> /api/x: * none
account/ -> /account/: GET members
account/menu/ -> /account/menu/: GET all
account/tokens/ -> /account/tokens/: GET members, POST members
account/tokens/<int:id>/revoke/ -> /account/tokens/{token}/revoke/: GET owner, POST owner
account/deleted/ -> /account/deleted/: GET all
account/export/ -> /account/export/: GET members
account/delete/ -> /account/delete/: GET members, POST members
account/login/ -> /account/login/: * any
account/logout/ -> /account/logout/: * any
account/inactive/ -> /account/inactive/: GET all
account/signup/ -> /account/signup/: * any
account/reauthenticate/ -> /account/reauthenticate/: * members
account/email/ -> /account/email/: * members
account/confirm-email/ -> /account/confirm-email/: GET all
account/password/change/ -> /account/password/change/: * members
account/password/set/ -> /account/password/set/: * members
account/password/reset/ -> /account/password/reset/: * any
account/login/code/confirm/ -> /account/login/code/confirm/: * any
account/^confirm-email/(?P<key>[-:\w]+)/$ -> /account/confirm-email/x/: * any
account/password/reset/key/done/ -> /account/password/reset/key/done/: GET all
account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$ -> /account/password/reset/key/1-x/: * any
account/password/reset/done/ -> /account/password/reset/done/: GET all
account/2fa/ -> /account/2fa/: * members
account/2fa/authenticate/ -> /account/2fa/authenticate/: * any
account/2fa/reauthenticate/ -> /account/2fa/reauthenticate/: * members
account/2fa/totp/activate/ -> /account/2fa/totp/activate/: * members
account/2fa/totp/deactivate/ -> /account/2fa/totp/deactivate/: * any
account/2fa/recovery-codes/ -> /account/2fa/recovery-codes/: * any
account/2fa/recovery-codes/generate/ -> /account/2fa/recovery-codes/generate/: * members
account/2fa/recovery-codes/download/ -> /account/2fa/recovery-codes/download/: * any
account/2fa/webauthn/ -> /account/2fa/webauthn/: * members
account/2fa/webauthn/add/ -> /account/2fa/webauthn/add/: * members
account/2fa/webauthn/reauthenticate/ -> /account/2fa/webauthn/reauthenticate/: * members
account/2fa/webauthn/keys/<int:pk>/remove/ -> /account/2fa/webauthn/keys/1/remove/: * members
account/2fa/webauthn/keys/<int:pk>/edit/ -> /account/2fa/webauthn/keys/1/edit/: * members
account/2fa/webauthn/login/ -> /account/2fa/webauthn/login/: * any
advisor/ -> /advisor/: GET all
advisor/result/ -> /advisor/result/: GET all
advisor/settled/ -> /advisor/settled/: GET all
advisor/method/ -> /advisor/method/: GET all
advisor/compare/ -> /advisor/compare/: GET members
advisor/saved/ -> /advisor/saved/: * members
advisor/saved/new/ -> /advisor/saved/new/: * members
advisor/saved/<uuid:id>/ -> /advisor/saved/{saved}/: * owner
advisor/saved/<uuid:id>/record/ -> /advisor/saved/{saved}/record/: GET owner
advisor/saved/<uuid:id>/edit/ -> /advisor/saved/{saved}/edit/: * owner
advisor/saved/<uuid:id>/delete/ -> /advisor/saved/{saved}/delete/: GET owner, POST owner
advisor/saved/<uuid:id>/restore/ -> /advisor/saved/{saved}/restore/: POST owner
advisor/saved/<uuid:id>/share/ -> /advisor/saved/{saved}/share/: GET owner, POST owner
advisor/saved/<uuid:id>/rerun/ -> /advisor/saved/{saved}/rerun/: GET owner
advisor/saved/<uuid:id>/dismiss/ -> /advisor/saved/{saved}/dismiss/: POST owner
advisor/saved/notices/ -> /advisor/saved/notices/: GET members, POST members
advisor/saved/feed/<str:token>/ -> /advisor/saved/feed/{feed}/: GET all
advisor/shared/<str:token>/ -> /advisor/shared/{share}/: GET all
advisor/own/ -> /advisor/own/: GET members
advisor/own/new/ -> /advisor/own/new/: GET members, POST members
advisor/own/import/ -> /advisor/own/import/: GET members, POST members
advisor/own/<uuid:id>/ -> /advisor/own/{own}/: GET owner
advisor/own/<uuid:id>/verdict/ -> /advisor/own/{own}/verdict/: GET owner
advisor/own/<uuid:id>/export/ -> /advisor/own/{own}/export/: GET owner
advisor/own/<uuid:id>/rename/ -> /advisor/own/{own}/rename/: GET owner, POST owner
advisor/own/<uuid:id>/reset/ -> /advisor/own/{own}/reset/: GET owner, POST owner
advisor/own/<uuid:id>/delete/ -> /advisor/own/{own}/delete/: GET owner, POST owner
advisor/own/<uuid:id>/weights/ -> /advisor/own/{own}/weights/: GET owner, POST owner
advisor/own/<uuid:id>/add/ -> /advisor/own/{own}/add/: GET owner, POST owner
advisor/own/<uuid:id>/frameworks/<str:framework>/ -> /advisor/own/{own}/frameworks/{framework}/: GET owner, POST owner
advisor/own/<uuid:id>/frameworks/<str:framework>/remove/ -> /advisor/own/{own}/frameworks/{framework}/remove/: GET owner, POST owner
advisor/own/<uuid:id>/questions/<str:question>/ -> /advisor/own/{own}/questions/{question}/: GET owner, POST owner
advisor/<str:question_id>/ -> /advisor/{question}/: GET all
search/ -> /search/: GET all
claims/ -> /claims/: GET all
claims/on/<int:key>/ -> /claims/on/{page}/: GET all
claims/on/<int:key>/stale/ -> /claims/on/{page}/stale/: GET all
claims/<slug:slug>/ -> /claims/{claim}/: GET all
feed/changes/ -> /feed/changes/: GET all
changes/ -> /changes/: GET all
feed/ -> /feed/: GET all
data/ -> /data/: GET all
data/SHA256SUMS -> /data/SHA256SUMS: GET all
data/schema.json -> /data/schema.json: GET all
data/<str:name> -> /data/claims.csv: GET all
probes/ -> /probes/: GET all
read/<int:key>/ -> /read/{page}/: POST all
llms.txt -> /llms.txt: GET all
corrections/ -> /corrections/: GET all
corrections/new/ -> /corrections/new/: GET none, POST none
corrections/<uuid:key>/ -> /corrections/{correction}/: GET all
comments/on/<int:key>/ -> /comments/on/{page}/: GET all
comments/on/<int:key>/new/ -> /comments/on/{page}/new/: GET all, POST all
comments/on/<int:key>/reported/ -> /comments/on/{page}/reported/: GET all
comments/<uuid:key>/reply/ -> /comments/{comment}/reply/: GET all, POST all
comments/<uuid:key>/report/ -> /comments/{comment}/report/: GET all, POST all
feedback/thanks/<str:token>/ -> /feedback/thanks/{thanks}/: GET all, POST all
feedback/confirm/<str:token>/ -> /feedback/confirm/{confirm}/: GET all, POST all
feedback/message/<str:token>/ -> /feedback/message/{manage}/: GET all, POST all
feedback/withdrawn/ -> /feedback/withdrawn/: GET all
lab/ -> /lab/: GET all
lab/<slug:run_id>/ -> /lab/x/: GET none
lab/<slug:run_id>/<slug:profile>/ -> /lab/x/json/: GET none
robots.txt -> /robots.txt: GET all
_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/ -> /_util/authenticate_with_password/{restriction}/{page}/: * any
^((?:[\w\-]+/)*)$ -> /guide/flask-vs-django/: * all
"""  # noqa: E501 - one line per route, to be read side by side
