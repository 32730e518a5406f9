"""Share links, revisit dates, and what newer rule sets make of saved results."""

import hashlib

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def digest_links_given_out(apps, schema_editor):
    """They open by digest from now on; the constraint below wants both or neither."""
    rows = apps.get_model("advisor", "Recommendation").objects
    for row in rows.exclude(share_token=None).only("pk", "share_token").iterator():
        digest = hashlib.sha256(row.share_token.encode()).hexdigest()
        rows.filter(pk=row.pk).update(share_digest=digest)


class Migration(migrations.Migration):

    dependencies = [
        ('advisor', '0002_rule_sets_and_recommendations'),
    ]

    operations = [
        migrations.CreateModel(
            name='MailedDigest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('holds', 'Still holds'), ('stronger', 'Stronger'), ('weaker', 'Weaker'), ('another', 'Another verdict')], max_length=8)),
                ('headline', models.CharField(max_length=300)),
                ('cause', models.TextField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('dismissed_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='NoticeSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_mail', models.BooleanField(default=False, help_text='One e-mail for each new rule set, about all your saved results.', verbose_name='send me an e-mail')),
                ('feed_token', models.CharField(blank=True, editable=False, max_length=43, null=True, unique=True)),
                ('feed_digest', models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
            ],
        ),
        migrations.AddField(
            model_name='recommendation',
            name='revisit_on',
            field=models.DateField(blank=True, help_text='The list of saved results reminds you from that day on.', null=True, verbose_name='look at it again on'),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='share_digest',
            field=models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='share_includes_note',
            field=models.BooleanField(default=False, help_text='Whoever has the link can then read the note too.', verbose_name='include my note'),
        ),
        migrations.RunPython(digest_links_given_out, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('share_digest', None), ('share_token', None)), models.Q(('share_digest__isnull', False), ('share_token__isnull', False)), _connector='OR'), name='recommendation_share_token_with_digest'),
        ),
        migrations.AddField(
            model_name='maileddigest',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='maileddigest',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='advisor.rulesetversion'),
        ),
        migrations.AddField(
            model_name='notice',
            name='recommendation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='advisor.recommendation'),
        ),
        migrations.AddField(
            model_name='notice',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='advisor.rulesetversion'),
        ),
        migrations.AddField(
            model_name='noticesettings',
            name='member',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notice_settings', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='maileddigest',
            constraint=models.UniqueConstraint(fields=('member', 'version'), name='mailed_digest_once_per_version'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('recommendation', 'version'), name='notice_once_per_version'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['holds', 'stronger', 'weaker', 'another'])), name='notice_of_a_known_kind'),
        ),
        migrations.AddConstraint(
            model_name='noticesettings',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('feed_digest', None), ('feed_token', None)), models.Q(('feed_digest__isnull', False), ('feed_token__isnull', False)), _connector='OR'), name='notice_settings_feed_token_with_digest'),
        ),
    ]
