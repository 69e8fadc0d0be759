#!/usr/bin/perl
# The script one would write around pdftotext: for each letter its number, dates, specialties and items with outcome and
# what was cited, one line of JSON; nothing is classified, kept or counted.
#   letters.pl FOLDER > OUT
use strict;
use warnings;
my ($folder) = @ARGV;
sub field { my ($text, $re) = @_; return $text =~ $re ? clean($1) : ''; }
sub clean { my ($t) = @_; $t =~ s/\s+/ /g; $t =~ s/^ | $//g; $t =~ s/(["\\])/\\$1/g; return $t; }
for my $file (sort glob("$folder/*.pdf")) {
    open my $in, '-|', 'pdftotext', '-layout', $file, '-' or die "pdftotext: $!\n";
    my $text = do { local $/; <$in> };
    close $in;
    $text =~ s/\f/\n/g;
    my @items;
    while ($text =~ /^\s*(\S[^\n]*(?:\n[^\n]+)*?):\s+(Upheld|Overturned|Partially Overturned)\s*$(.*?)(?=^\s*\S[^\n]*:\s+(?:Upheld|Overturned)|\z)/gsm) {
        my ($service, $outcome, $rest) = ($1, $2, $3);
        my $claims = field($rest, qr/Claims Administrator guideline:(.*?)MAXIMUS guideline:/s);
        my $reviewer = field($rest, qr/MAXIMUS guideline:(.*?)Decision rationale:/s);
        push @items, sprintf '{"service":"%s","outcome":"%s","claims":"%s","reviewer":"%s"}', clean($service), $outcome, $claims, $reviewer;
    }
    if (!@items) {
        while ($text =~ /request for (.*?)\s+is\s+(not\s+)?medically\s+necessary\s+and\s+appropriate/gs) {
            my ($service, $not) = ($1, $2);
            push @items, sprintf '{"service":"%s","outcome":"%s"}', clean($service), $not ? 'Upheld' : 'Overturned';
        }
    }
    printf qq({"case":"%s","decided":"%s","injury":"%s","specialty":"%s","items":[%s]}\n),
        field($text, qr/(?:IMR )?Case Number:\s*(\S+)/), field($text, qr/(?:Decision Date|Dated|Final Determination):\s*(\S+)/),
        field($text, qr/Date of Injury:\s*(\S+)/),
        field($text, qr/(?:Certification\(s\)\/Specialty:|Board Certified in)\s*(.*?)(?:\n\s*\n|\. |and is licensed)/s), join ',', @items;
}
