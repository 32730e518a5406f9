"""The API at /api/v1/: routers of both apps, one parser, one error shape."""

from advisor.api.analyses import router as analyses
from advisor.api.evaluations import router as evaluations
from advisor.api.exports import router as decision_records
from advisor.api.frameworks import router as frameworks
from advisor.api.members import router as members
from advisor.api.recommendations import router as recommendations
from advisor.api.rule_sets import router as rule_sets
from advisor.api.shared import router as shared
from config.api_description import DescribedAPI
from config.api_limits import AnalysisLimit, limits
from config.errors import register
from config.strict_json import StrictParser
from guide.api import claims, comparisons
from guide.lab.api import lab

api = DescribedAPI(
    title="Flask or Django? API",
    version="1",
    description=(
        "The facts of the guide and the decisions made with them. Reading is open to "
        "everyone; saved recommendations need a session or a token "
        "(`Authorization: Bearer ...`, made on your account page). Errors are "
        "`application/problem+json`; lists take `limit` (at most 100) and `offset`."
    ),
    urls_namespace="api",
    docs_url="/docs",
    openapi_url="/openapi.json",
    parser=StrictParser(),
    throttle=limits(),
)
analyses_limit = AnalysisLimit()
register(api)
# In the order they are tried: what may come a thousand times a second first.
api.add_router("/evaluations", evaluations)
api.add_router("/frameworks", frameworks)
api.add_router("/comparisons", comparisons)
api.add_router("/claims", claims)
api.add_router("/lab", lab)
api.add_router("", rule_sets)
api.add_router("/analyses", analyses, throttle=[analyses_limit])
api.add_router("/recommendations", recommendations)
api.add_router("/recommendations", decision_records)
api.add_router("/shared", shared)
api.add_router("/me", members)
