"""What the advisor's templates show, worked out beforehand."""
