"""Rule sets, their published versions, and what members keep."""

import advisor.blocks.candidates
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('advisor', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='RuleSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('title', models.CharField(help_text='Its name, shown with results.', max_length=120)),
                ('note', models.TextField(blank=True, help_text='Shown with the version that publishing makes, then emptied.', verbose_name='what changed and why')),
                ('too_close', models.PositiveSmallIntegerField(default=660, help_text='Ahead in fewer of 1,000 worlds than this: too close to call.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1000)])),
                ('clear', models.PositiveSmallIntegerField(default=900, help_text='Ahead in at least this many of 1,000 worlds: clear.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1000)])),
                ('min_margin', models.PositiveSmallIntegerField(default=20, help_text='A lead below this many thousandths of the highest total is too close.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1000)])),
                ('questions', wagtail.fields.StreamField([('question', 20)], blank=True, block_lookup={0: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'Short name, part of the address of the question.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'The question, in plain words.', 'max_length': 200}), 2: ('wagtail.blocks.TextBlock', (), {'help_text': 'What is meant, if unclear.', 'required': False, 'rows': 2}), 3: ('wagtail.blocks.TextBlock', (), {'help_text': 'Why we ask: what the answer decides.', 'rows': 2}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('fact', 'Fact: the project decides the answer'), ('preference', 'Preference: the team decides the answer')]}), 5: ('wagtail.blocks.BooleanBlock', (), {'help_text': 'The quick version asks only the ticked questions.', 'label': 'In the quick version', 'required': False}), 6: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'Short name, part of the address of every saved result.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 7: ('wagtail.blocks.CharBlock', (), {'help_text': 'The answer as readers see it.', 'max_length': 160}), 8: ('wagtail.blocks.TextBlock', (), {'help_text': 'An example, if one helps.', 'required': False, 'rows': 2}), 9: ('wagtail.blocks.TextBlock', (), {'help_text': 'Why this answer gives the points below, in one sentence.', 'rows': 2}), 10: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of a criterion.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 11: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Whole points, may be negative. A usual answer gives 1 to 6.', 'max_value': 100, 'min_value': -100}), 12: ('wagtail.blocks.StructBlock', [[('criterion', 10), ('points', 11)]], {}), 13: ('wagtail.blocks.ListBlock', (12,), {'collapsed': True, 'default': [], 'label': 'Points', 'min_num': 0}), 14: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of a fact.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 15: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'help_text': 'Ticked: frameworks without it are ruled out. Not ticked: frameworks with it are ruled out.', 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('fact', 14), ('needed', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'collapsed': True, 'default': [], 'help_text': 'Rules frameworks out completely. Use it for hard limits only.', 'label': 'Requirements', 'min_num': 0}), 18: ('wagtail.blocks.StructBlock', [[('id', 6), ('label', 7), ('help', 8), ('reason', 9), ('points', 13), ('requires', 17)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'collapsed': True, 'default': [], 'label': 'Options', 'min_num': 0}), 20: ('wagtail.blocks.StructBlock', [[('id', 0), ('text', 1), ('help', 2), ('why', 3), ('kind', 4), ('quick', 5), ('options', 19)]], {})})),
                ('candidates', wagtail.fields.StreamField([('candidate', 17)], blank=True, block_lookup={0: ('wagtail.blocks.ChoiceBlock', [], {'choices': advisor.blocks.candidates.framework_choices, 'label': 'Framework'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'The name readers see.', 'max_length': 60}), 2: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of a fact.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 3: ('wagtail.blocks.BooleanBlock', (), {'label': 'Has it', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('fact', 2), ('holds', 3)]], {}), 5: ('wagtail.blocks.ListBlock', (4,), {'collapsed': True, 'default': [], 'label': 'Facts', 'min_num': 0}), 6: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of a criterion.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': '1 chance in 10 that it is lower than this.', 'max_value': 10, 'min_value': 0}), 8: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'The most likely score, 0 to 10.', 'max_value': 10, 'min_value': 0}), 9: ('wagtail.blocks.IntegerBlock', (), {'help_text': '1 chance in 10 that it is higher than this.', 'max_value': 10, 'min_value': 0}), 10: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('A', 'A: documented fact or reproducible measurement'), ('B', 'B: several independent sources'), ('C', 'C: one source or expert opinion'), ('D', 'D: contested')], 'label': 'Evidence'}), 11: ('wagtail.blocks.TextBlock', (), {'help_text': 'Why this score, in one or two sentences.', 'rows': 3}), 12: ('wagtail.snippets.blocks.SnippetChooserBlock', ('guide.Claim',), {}), 13: ('wagtail.blocks.ListBlock', (12,), {'default': [], 'help_text': 'The claims of the ledger that this score rests on.', 'min_num': 0}), 14: ('wagtail.blocks.DateBlock', (), {'help_text': 'When somebody last checked this.'}), 15: ('wagtail.blocks.StructBlock', [[('criterion', 6), ('low', 7), ('best', 8), ('high', 9), ('grade', 10), ('rationale', 11), ('claims', 13), ('checked_on', 14)]], {}), 16: ('wagtail.blocks.ListBlock', (15,), {'collapsed': True, 'default': [], 'help_text': 'One score for every criterion.', 'label': 'Scores', 'min_num': 0}), 17: ('wagtail.blocks.StructBlock', [[('framework', 0), ('label', 1), ('facts', 5), ('scores', 16)]], {})}, verbose_name='frameworks')),
                ('criteria', wagtail.fields.StreamField([('criterion', 9)], blank=True, block_lookup={0: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'Short name used by scores and points. Changing it means changing it there.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'The name readers see.', 'max_length': 80}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Criteria of one family stand together on the page.', 'max_length': 80}), 3: ('wagtail.blocks.TextBlock', (), {'help_text': 'One sentence: what this criterion measures.', 'rows': 2}), 4: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Points it has before any question is answered.', 'max_value': 100, 'min_value': 0}), 5: ('wagtail.blocks.TextBlock', (), {'help_text': 'What a score of 0 looks like.', 'rows': 2}), 6: ('wagtail.blocks.TextBlock', (), {'help_text': 'What a score of 5 looks like.', 'rows': 2}), 7: ('wagtail.blocks.TextBlock', (), {'help_text': 'What a score of 10 looks like.', 'rows': 2}), 8: ('wagtail.blocks.StructBlock', [[('low', 5), ('middle', 6), ('high', 7)]], {'help_text': 'Say what the scores mean, in words.'}), 9: ('wagtail.blocks.StructBlock', [[('id', 0), ('label', 1), ('family', 2), ('help', 3), ('base_points', 4), ('anchors', 8)]], {})})),
                ('facts', wagtail.fields.StreamField([('fact', 2)], blank=True, block_lookup={0: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'Short name used by candidates and requirements.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'In words, as in: WebSockets without an add-on.', 'max_length': 160}), 2: ('wagtail.blocks.StructBlock', [[('id', 0), ('label', 1)]], {})})),
                ('scenarios', wagtail.fields.StreamField([('scenario', 11)], blank=True, block_lookup={0: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'Short name of the situation.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'The situation in a few words.', 'max_length': 120}), 2: ('wagtail.blocks.TextBlock', (), {'help_text': 'What is built, by whom, for whom.', 'rows': 3}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Where it is documented, if it is.', 'max_length': 200, 'required': False}), 4: ('wagtail.blocks.URLBlock', (), {'help_text': 'The address of that source.', 'required': False}), 5: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of a question.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 6: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of one of its options.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$'}), 7: ('wagtail.blocks.StructBlock', [[('question', 5), ('option', 6)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'collapsed': True, 'default': [], 'label': 'Answers', 'min_num': 0}), 9: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('clear', 'Clear: one framework fits better'), ('leans', 'Leans to one framework'), ('too_close', 'Too close to call'), ('tie', 'Tie'), ('only_one', 'Only one qualifies'), ('none', 'None qualifies'), ('not_enough', 'Not enough to say')], 'label': 'Expected verdict'}), 10: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Use a-z, 0-9 and single hyphens, for example back-office.'}, 'help_text': 'The id of the framework, where the verdict names one.', 'max_length': 60, 'regex': '^[a-z0-9]+(?:[_-][a-z0-9]+)*$', 'required': False}), 11: ('wagtail.blocks.StructBlock', [[('id', 0), ('title', 1), ('situation', 2), ('source_title', 3), ('source_url', 4), ('answers', 8), ('expect_kind', 9), ('expect_framework', 10)]], {})}, help_text='Publishing is refused when a change gives one of these another verdict than the expected one.')),
                ('only_one', models.BooleanField(default=True, editable=False, unique=True)),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'rule set',
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='RuleSetVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True)),
                ('document', models.JSONField()),
                ('digest', models.CharField(db_index=True, max_length=71)),
                ('outcomes', models.JSONField(default=dict)),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('note', models.TextField(blank=True)),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rule_set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='advisor.ruleset')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('note', models.TextField(blank=True, max_length=10000)),
                ('answers', models.JSONField()),
                ('evaluation', models.JSONField()),
                ('revision', models.PositiveIntegerField(default=1, editable=False)),
                ('share_token', models.CharField(blank=True, editable=False, max_length=43, null=True, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('deleted_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='advisor.rulesetversion')),
            ],
            options={
                'ordering': ['-updated_at', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='ruleset',
            constraint=models.CheckConstraint(condition=models.Q(('only_one', True)), name='rule_set_only_one'),
        ),
        migrations.AddConstraint(
            model_name='ruleset',
            constraint=models.CheckConstraint(condition=models.Q(('too_close__lte', models.F('clear'))), name='rule_set_too_close_below_clear', violation_error_message='“Too close” must not be above “clear”.'),
        ),
        migrations.AddConstraint(
            model_name='rulesetversion',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='rule_set_version_from_one'),
        ),
        migrations.AddIndex(
            model_name='recommendation',
            index=models.Index(fields=['owner', '-updated_at', 'id'], name='recommendation_of_owner'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='recommendation_has_a_title'),
        ),
    ]
