"""The servers that tests rely on are real and start fresh where a test asks for it."""

import psycopg
import redis
from sqlalchemy import create_engine, text


def test_redis_answers_and_is_empty_when_asked_fresh(fresh_redis_url: str) -> None:
    with redis.Redis.from_url(fresh_redis_url) as client:
        assert client.dbsize() == 0
        client.set("خبر", "نص")
        assert client.get("خبر").decode() == "نص"


def test_postgres_holds_arabic_text(fresh_postgres_url: str) -> None:
    with psycopg.connect(fresh_postgres_url) as connection:
        assert connection.execute("SELECT length('إسناد')").fetchone() == (5,)


def test_each_database_is_empty_and_opens_by_its_url(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE seen (n INTEGER)"))
    engine.dispose()
