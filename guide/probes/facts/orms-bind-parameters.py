"""Both ORMs send a hostile value as a parameter, never as part of the SQL."""

from django.core.management import call_command
from fresh_project import fresh_project
from sqlalchemy import create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

PACKAGES = ("SQLAlchemy", "Django")
EXPECTED = {
    "sqlalchemy": {"value in the SQL": False, "value as a parameter": True},
    "django": {"value in the SQL": False, "value as a parameter": True},
}
HOSTILE = "x'; DROP TABLE auth_user; --"


def observe():
    return {"sqlalchemy": ask_sqlalchemy(), "django": ask_django()}


def ask_sqlalchemy():
    class Base(DeclarativeBase):
        pass

    class Member(Base):
        __tablename__ = "member"
        name: Mapped[str] = mapped_column(primary_key=True)

    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    sent = []

    @event.listens_for(engine, "before_cursor_execute")
    def keep(connection, cursor, sql, parameters, context, executemany):
        sent.append((sql, parameters))

    with Session(engine) as session:
        session.scalars(select(Member).where(Member.name == HOSTILE)).all()
    return found_in(sent)


def ask_django():
    fresh_project()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User
    from django.db import connection

    sent = []

    def keep(execute, sql, parameters, many, context):
        sent.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(keep):
        list(User.objects.filter(username=HOSTILE))
    return found_in(sent)


def found_in(sent):
    return {
        "value in the SQL": any(HOSTILE in sql for sql, _ in sent),
        "value as a parameter": any(HOSTILE in values for _, values in sent),
    }
